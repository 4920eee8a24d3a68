{{%AUTOESCAPE context="HTML"}}
{{! order_page.tpl - body of GET /order/{id}; filled by cgi-bin/orders/order_page.cpp }}
{{#CUSTOMER}}<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/orders">Your orders</a></li><li aria-current="page">Order {{CUSTOMER_NUMBER}}</li></ol></nav>{{/CUSTOMER}}
<h1>Order {{NUMBER}}</h1>
<p class="lead">Placed on {{DAY}}. <span class="badge">{{PROGRESS}}</span> <span class="badge">{{PAYMENT_STATE}}</span></p>
{{#BANK}}
<div class="notice">
  <p>Please transfer <strong>{{BANK_TOTAL}}</strong> and name <strong>{{BANK_NUMBER}}</strong> as the reference. We send your goods when the money is here.</p>
  {{#BANK_ACCOUNT}}<p>Account: <strong>{{BANK_ACCOUNT_TEXT}}</strong></p>{{/BANK_ACCOUNT}}
</div>
{{/BANK}}
{{#CASH}}<p class="notice">You pay {{CASH_TOTAL}} in cash when it is delivered.</p>{{/CASH}}
{{#CARD_OPEN}}<p class="warning">This order is not paid yet. Please pay by card or choose another way to pay.</p>{{/CARD_OPEN}}
<div class="columns main-side">
<section aria-labelledby="items-head">
  <h2 id="items-head">Items</h2>
  <div class="table-wrap">
  <table class="table stacks">
    <thead><tr><th scope="col">Product</th><th scope="col" class="number">Price</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Sum</th></tr></thead>
    <tbody>
    {{#LINE}}<tr><td data-label="Product"><a href="/product/{{LINE_PRODUCT}}">{{LINE_NAME}}</a></td><td class="number" data-label="Price">{{LINE_PRICE}}</td><td class="number" data-label="Pieces">{{LINE_PIECES}}</td><td class="number" data-label="Sum">{{LINE_TOTAL}}</td></tr>{{/LINE}}
    </tbody>
  </table>
  </div>
  {{>TOTALS}}
  <h2>What happened</h2>
  <ol class="timeline">{{#EVENT}}<li><strong>{{EVENT_WORD}}</strong> <time class="meta" datetime="{{EVENT_ISO}}">{{EVENT_TIME}}</time>{{#EVENT_NOTE}}<br>{{EVENT_NOTE_TEXT}}{{/EVENT_NOTE}}</li>{{/EVENT}}</ol>
</section>
<aside>
  <section class="panel" aria-labelledby="address-head">
    <h2 id="address-head">Where it goes</h2>
    {{#ADDRESS}}
    <address>{{ADDRESS_NAME}}<br>{{ADDRESS_STREET}}<br>{{ADDRESS_POSTAL_CODE}} {{ADDRESS_CITY}}<br>{{ADDRESS_COUNTRY}}</address>
    <p class="meta">{{ADDRESS_EMAIL}}{{#ADDRESS_PHONE}} · {{ADDRESS_PHONE_TEXT}}{{/ADDRESS_PHONE}}</p>
    {{/ADDRESS}}
    {{#NO_ADDRESS}}<p class="meta">No address is kept with this order.</p>{{/NO_ADDRESS}}
    <dl class="facts">
      <dt>Status</dt><dd>{{PROGRESS}} <span class="meta">({{WORD}})</span></dd>
      <dt>Delivery</dt><dd>{{FULFILMENT}}</dd>
      <dt>Payment</dt><dd>{{PAYMENT_STATE}}{{#METHOD}}, {{METHOD_NAME}}{{/METHOD}}</dd>
    </dl>
  </section>
  {{#CAN_PAY}}<p class="actions"><a class="button wide" href="/order/{{CAN_PAY_ID}}/pay{{#CAN_PAY_KEY}}?key={{CAN_PAY_KEY_TEXT}}{{/CAN_PAY_KEY}}">Pay or change the payment</a></p>{{/CAN_PAY}}
  {{#CAN_CANCEL}}
  <form method="post" action="/order/{{CAN_CANCEL_ID}}/cancel" class="actions">
    <input type="hidden" name="csrf" value="{{CAN_CANCEL_CSRF}}">
    <input type="hidden" name="key" value="{{CAN_CANCEL_KEY}}">
    <button class="danger wide">Cancel this order</button>
  </form>
  <p class="hint">You can cancel as long as it is neither paid nor sent.</p>
  {{/CAN_CANCEL}}
  {{#RETURN}}<p><a href="{{RETURN_URL}}">Return {{RETURN_ID}}</a> <span class="badge">{{RETURN_STATE}}</span></p>{{/RETURN}}
  {{#WITHDRAW}}<p class="no-print"><a href="{{WITHDRAW_URL}}">Withdraw or send something back</a></p>{{/WITHDRAW}}
  {{#INVOICE}}<p class="no-print"><a href="{{INVOICE_URL}}">Invoice</a></p>{{/INVOICE}}
  <p class="hint">A placed order can no longer be changed. Questions? <a href="/chat">Ask the assistant</a>.</p>
</aside>
</div>
