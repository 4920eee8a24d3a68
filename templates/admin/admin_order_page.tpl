{{%AUTOESCAPE context="HTML"}}
{{! admin_order_page.tpl - body of GET /admin/order/{id}; filled by cgi-bin/admin/admin_order_view.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/orders">Orders</a></li><li aria-current="page">Order {{NUMBER}}</li></ol></nav>
<h1>Order {{NUMBER}}</h1>
<p class="lead">Placed on {{PLACED}}. <span class="badge">{{STATE}}</span> <span class="badge">{{PAYMENT}}</span> <span class="badge">{{FULFILMENT}}</span></p>
{{>PROBLEMS}}
<div class="columns main-side">
<div>
<section aria-labelledby="items-head">
  <h2 id="items-head">Items</h2>
  <div class="table-wrap">
  <table class="table stacks">
    <thead><tr><th scope="col">Product</th><th scope="col" class="number">Price</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Sum</th></tr></thead>
    <tbody>
    {{#LINE}}<tr><th scope="row" data-label="Product"><span><a href="/product/{{LINE_PRODUCT}}">{{LINE_NAME}}</a> <span class="meta">{{LINE_SKU}}</span></span></th><td class="number" data-label="Price">{{LINE_PRICE}}</td><td class="number" data-label="Pieces">{{LINE_PIECES}}</td><td class="number" data-label="Sent">{{LINE_SHIPPED}}</td><td class="number" data-label="Sum">{{LINE_TOTAL}}</td></tr>{{/LINE}}
    </tbody>
  </table>
  </div>
  {{>TOTALS}}
</section>
{{#SHIP}}
<section class="panel" aria-labelledby="ship-head">
  <h2 id="ship-head">Send</h2>
  <form method="post" action="/admin/order/{{SHIP_ID}}/ship">
    <input type="hidden" name="csrf" value="{{SHIP_CSRF}}">
    <input type="hidden" name="seen" value="{{SHIP_SEEN}}">
    <p class="hint">What is not sent now stays to be sent later.</p>
    {{#PARCEL}}<div class="field row"><label for="pieces-{{PARCEL_LINE}}">{{PARCEL_NAME}} (of {{PARCEL_LEFT}})</label><input class="pieces" id="pieces-{{PARCEL_LINE}}" name="pieces-{{PARCEL_LINE}}" type="number" min="0" max="{{PARCEL_LEFT}}" required value="{{PARCEL_LEFT}}"></div>{{/PARCEL}}
    <div class="field-row">
      <div class="field"><label for="carrier">Carrier <span class="optional">(optional)</span></label><input id="carrier" name="carrier" type="text" maxlength="80" value="{{SHIP_CARRIER}}"{{#CARRIER_ERROR}} aria-invalid="true" aria-describedby="carrier-error"{{/CARRIER_ERROR}}>{{#CARRIER_ERROR}}<p class="error" id="carrier-error">{{CARRIER_ERROR_TEXT}}</p>{{/CARRIER_ERROR}}</div>
      <div class="field"><label for="tracking">Tracking number <span class="optional">(optional)</span></label><input id="tracking" name="tracking" type="text" maxlength="80" autocomplete="off" value="{{SHIP_TRACKING}}"{{#TRACKING_ERROR}} aria-invalid="true" aria-describedby="tracking-error"{{/TRACKING_ERROR}}>{{#TRACKING_ERROR}}<p class="error" id="tracking-error">{{TRACKING_ERROR_TEXT}}</p>{{/TRACKING_ERROR}}</div>
    </div>
    <p><button>Send these pieces</button></p>
  </form>
</section>
{{/SHIP}}
{{#RETURN}}
<section class="panel" id="return-{{RETURN_ID}}" aria-labelledby="return-{{RETURN_ID}}-head">
  <h2 id="return-{{RETURN_ID}}-head">Return {{RETURN_ID}} <span class="badge">{{RETURN_STATE}}</span></h2>
  <p>Announced on {{RETURN_TIME}}: {{RETURN_CONTENT}}</p>
  {{#RETURN_REASON}}<p>Reason: {{RETURN_REASON_TEXT}}</p>{{/RETURN_REASON}}
  {{#RETURN_ANSWER}}<p>Our answer: {{RETURN_ANSWER_TEXT}}</p>{{/RETURN_ANSWER}}
  {{#RETURN_DUE}}<p>Due to the customer: <strong>{{RETURN_DUE_AMOUNT}}</strong></p>{{/RETURN_DUE}}
  {{#DECIDE}}
  <form method="post" action="/admin/order/{{DECIDE_ORDER}}/return/{{DECIDE_ID}}/accept" class="field">
    <input type="hidden" name="csrf" value="{{DECIDE_CSRF}}">
    <input type="hidden" name="seen" value="{{DECIDE_SEEN}}">
    <button>Accept: the pieces are back or will not be sent</button>
  </form>
  <form method="post" action="/admin/order/{{DECIDE_ORDER}}/return/{{DECIDE_ID}}/decline">
    <input type="hidden" name="csrf" value="{{DECIDE_CSRF}}">
    <input type="hidden" name="seen" value="{{DECIDE_SEEN}}">
    <div class="field"><label for="answer-{{DECIDE_ID}}">Or decline, because</label><input id="answer-{{DECIDE_ID}}" name="answer" type="text" maxlength="300" required autocomplete="off"></div>
    <button class="quiet">Decline</button>
  </form>
  {{/DECIDE}}
</section>
{{/RETURN}}
{{#SHIPMENTS}}
<section aria-labelledby="parcels-head">
  <h2 id="parcels-head">Parcels</h2>
  <div class="table-wrap">
  <table class="table stacks">
    <thead><tr><th scope="col">Sent</th><th scope="col">Content</th><th scope="col">Carrier</th><th scope="col">Tracking number</th></tr></thead>
    <tbody>
    {{#SHIPMENT}}<tr><td data-label="Sent">{{SHIPMENT_TIME}}</td><td data-label="Content">{{SHIPMENT_CONTENT}}</td><td data-label="Carrier">{{SHIPMENT_CARRIER}}</td><td data-label="Tracking number">{{SHIPMENT_TRACKING}}</td></tr>{{/SHIPMENT}}
    </tbody>
  </table>
  </div>
</section>
{{/SHIPMENTS}}
{{#MONEY}}
<section aria-labelledby="money-head">
  <h2 id="money-head">Money</h2>
  <div class="table-wrap">
  <table class="table stacks">
    <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="number">Amount</th></tr></thead>
    <tbody>
    {{#MOVE}}<tr><td data-label="When">{{MOVE_TIME}}</td><td data-label="What">{{MOVE_WORD}}</td><td class="number" data-label="Amount">{{MOVE_AMOUNT}}</td></tr>{{/MOVE}}
    </tbody>
  </table>
  </div>
</section>
{{/MONEY}}
<h2>What happened</h2>
<ol class="timeline">{{#EVENT}}<li><strong>{{EVENT_WORD}}</strong> <time class="meta" datetime="{{EVENT_ISO}}">{{EVENT_TIME}}</time>{{#EVENT_WHO}} <span class="meta">by {{EVENT_WHO_NAME}}</span>{{/EVENT_WHO}}{{#EVENT_NOTE}}<br>{{EVENT_NOTE_TEXT}}{{/EVENT_NOTE}}</li>{{/EVENT}}</ol>
</div>
<aside>
  <section class="panel" aria-labelledby="who-head">
    <h2 id="who-head">For</h2>
    {{#ADDRESS}}
    <address>{{ADDRESS_NAME}}<br>{{ADDRESS_STREET}}<br>{{ADDRESS_POSTAL_CODE}} {{ADDRESS_CITY}}<br>{{ADDRESS_COUNTRY}}</address>
    <p class="meta">{{ADDRESS_EMAIL}} {{ADDRESS_PHONE}}</p>
    {{/ADDRESS}}
    {{#NO_ADDRESS}}<p class="meta">No address is kept with this order.</p>{{/NO_ADDRESS}}
    <dl class="facts">
      {{#CUSTOMER}}<dt>Customer</dt><dd><a href="/admin/orders?customer={{CUSTOMER_NAME}}">{{CUSTOMER_NAME}}</a></dd>{{/CUSTOMER}}
      {{#METHOD}}<dt>Pays by</dt><dd>{{METHOD_NAME}}</dd>{{/METHOD}}
      <dt>Paid</dt><dd>{{PAID}}</dd>
      <dt>Refunded</dt><dd>{{REFUNDED}}</dd>
      {{#BACK}}<dt>{{#BACK_SURPLUS}}Paid twice{{/BACK_SURPLUS}}{{#BACK_USUAL}}By the payment service{{/BACK_USUAL}}</dt><dd>{{BACK_AMOUNT}} {{BACK_STATE}}{{#BACK_WHY}} <span class="meta">({{BACK_WHY_TEXT}})</span>{{/BACK_WHY}}{{#BACK_AGAIN}}<form method="post" action="/admin/order/{{BACK_AGAIN_ORDER}}/refund/again"><input type="hidden" name="csrf" value="{{BACK_AGAIN_CSRF}}"><input type="hidden" name="refund" value="{{BACK_AGAIN_ID}}"><button class="small quiet">Try again</button></form>{{/BACK_AGAIN}}</dd>{{/BACK}}
    </dl>
  </section>
  <p class="row no-print">{{#INVOICE}}<a class="button quiet small" href="/admin/order/{{INVOICE_ID}}/invoice">Invoice</a>{{/INVOICE}} <a class="button quiet small" href="/admin/order/{{ID}}/packing-slip">Packing slip</a></p>
  <section class="panel no-print" aria-labelledby="steps-head">
    <h2 id="steps-head">Next</h2>
    {{#STEP}}
    <form method="post" action="/admin/order/{{STEP_ID}}/step" class="field">
      <input type="hidden" name="csrf" value="{{STEP_CSRF}}">
      <input type="hidden" name="seen" value="{{STEP_SEEN}}">
      <input type="hidden" name="step" value="{{STEP_WORD}}">
      <button class="wide {{STEP_TONE}}">{{STEP_NAME}}</button>
    </form>
    {{/STEP}}
    {{#REFUND}}
    <form method="post" action="/admin/order/{{REFUND_ID}}/refund">
      <input type="hidden" name="csrf" value="{{REFUND_CSRF}}">
      <input type="hidden" name="seen" value="{{REFUND_SEEN}}">
      <div class="field"><label for="amount">Refund</label><p class="hint" id="amount-hint">At most {{REFUND_LEFT}}.{{#REFUND_ENDS}} Refunding all of it ends this order, and its pieces can be sold again.{{/REFUND_ENDS}}</p><input id="amount" name="amount" type="text" inputmode="decimal" maxlength="20" required autocomplete="off" value="{{REFUND_AMOUNT}}" aria-describedby="amount-hint{{#AMOUNT_ERROR}} amount-error{{/AMOUNT_ERROR}}"{{#AMOUNT_ERROR}} aria-invalid="true"{{/AMOUNT_ERROR}}>{{#AMOUNT_ERROR}}<p class="error" id="amount-error">{{AMOUNT_ERROR_TEXT}}</p>{{/AMOUNT_ERROR}}</div>
      <div class="field"><label for="reason">Reason <span class="optional">(optional)</span></label><p class="hint" id="reason-hint">The customer reads it.</p><input id="reason" name="reason" type="text" maxlength="200" autocomplete="off" value="{{REFUND_REASON}}" aria-describedby="reason-hint{{#REASON_ERROR}} reason-error{{/REASON_ERROR}}"{{#REASON_ERROR}} aria-invalid="true"{{/REASON_ERROR}}>{{#REASON_ERROR}}<p class="error" id="reason-error">{{REASON_ERROR_TEXT}}</p>{{/REASON_ERROR}}</div>
      <button class="wide danger">Refund</button>
    </form>
    {{/REFUND}}
  </section>
</aside>
</div>
