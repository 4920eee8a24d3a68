{{%AUTOESCAPE context="HTML"}}
{{! invoice_page.tpl - body of GET /order/{id}/invoice and /admin/order/{id}/invoice; filled by cgi-bin/orders/invoice_view.cpp }}
<article class="sheet">
<p class="no-print"><a href="{{BACK}}">Back to order {{ORDER}}</a> · Print this page with your browser; only the invoice is printed.</p>
<div class="sheet-head">
  <div>
    <p class="brand">{{SHOP}}</p>
    {{#SHOP_ADDRESS}}<address class="as-typed">{{SHOP_ADDRESS_TEXT:pre_escape}}</address>{{/SHOP_ADDRESS}}
    {{#TAX_ID}}<p class="meta">Tax number {{TAX_ID_TEXT}}</p>{{/TAX_ID}}
  </div>
  {{#ADDRESS}}<address>{{ADDRESS_NAME}}<br>{{ADDRESS_STREET}}<br>{{ADDRESS_POSTAL_CODE}} {{ADDRESS_CITY}}<br>{{ADDRESS_COUNTRY}}</address>{{/ADDRESS}}
</div>
<h1>Invoice {{NUMBER}}</h1>
<dl class="facts">
  <dt>Date of the invoice</dt><dd>{{DAY}}</dd>
  <dt>Order</dt><dd>{{ORDER}}, placed on {{ORDER_DAY}}</dd>
</dl>
<table class="table">
  <thead><tr><th scope="col">Product</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Price</th><th scope="col" class="number">Sum</th></tr></thead>
  <tbody>
  {{#LINE}}<tr><th scope="row">{{LINE_NAME}}</th><td class="number">{{LINE_PIECES}}</td><td class="number">{{LINE_PRICE}}</td><td class="number">{{LINE_TOTAL}}</td></tr>{{/LINE}}
  </tbody>
</table>
{{>TOTALS}}
{{#PAID}}<p>Paid: {{PAID_AMOUNT}}. Thank you.</p>{{/PAID}}
{{#DUE}}<p>To be paid: <strong>{{DUE_AMOUNT}}</strong>. Please name {{DUE_NUMBER}} as the reference.{{#DUE_ACCOUNT}} Account: {{DUE_ACCOUNT_TEXT}}{{/DUE_ACCOUNT}}</p>{{/DUE}}
{{#REFUND}}<p>Refunded on {{REFUND_DAY}}: {{REFUND_AMOUNT}}.</p>{{/REFUND}}
</article>
