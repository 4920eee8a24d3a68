{{%AUTOESCAPE context="HTML"}}
{{! admin_orders_page.tpl - body of GET /admin/orders; filled by cgi-bin/admin/admin_orders_page.cpp }}
<h1>Orders</h1>
<p class="row"><a href="/admin/returns">Returns</a></p>
{{#PROBLEM}}<p class="warning">{{PROBLEM_TEXT}}</p>{{/PROBLEM}}
<form method="get" action="/admin/orders" class="panel" role="search" aria-label="Orders">
  <div class="field-row">
    <div class="field"><label for="q">Number, name or e-mail</label><input id="q" name="q" type="search" maxlength="254" autocomplete="off" value="{{TEXT}}"></div>
    <div class="field"><label for="customer">Customer account</label><input id="customer" name="customer" type="text" maxlength="254" autocomplete="off" value="{{CUSTOMER}}"></div>
    <div class="field"><label for="from">Placed from</label><input id="from" name="from" type="date" value="{{FROM}}"></div>
    <div class="field"><label for="to">Placed until</label><input id="to" name="to" type="date" value="{{TO}}"></div>
    <div class="field"><label for="state">State</label><select id="state" name="state"><option value="">any</option>{{#STATE}}<option value="{{STATE_VALUE}}"{{#STATE_CHOSEN}} selected{{/STATE_CHOSEN}}>{{STATE_NAME}}</option>{{/STATE}}</select></div>
    <div class="field"><label for="payment">Payment</label><select id="payment" name="payment"><option value="">any</option>{{#PAYMENT}}<option value="{{PAYMENT_VALUE}}"{{#PAYMENT_CHOSEN}} selected{{/PAYMENT_CHOSEN}}>{{PAYMENT_NAME}}</option>{{/PAYMENT}}</select></div>
    <div class="field"><label for="fulfilment">Delivery</label><select id="fulfilment" name="fulfilment"><option value="">any</option>{{#FULFILMENT}}<option value="{{FULFILMENT_VALUE}}"{{#FULFILMENT_CHOSEN}} selected{{/FULFILMENT_CHOSEN}}>{{FULFILMENT_NAME}}</option>{{/FULFILMENT}}</select></div>
  </div>
  <label class="choice"><input type="checkbox" name="owed" value="yes"{{#OWED}} checked{{/OWED}}> Only orders with money to give back</label>
  <p class="row"><button class="small">Show</button> <a class="button quiet small" href="/admin/orders">Show all</a> <a class="button quiet small" href="{{CSV_URL}}">Download as CSV</a> <a href="/admin/imports">Read orders in</a></p>
</form>
{{#NONE}}<p class="empty-state">There is no such order. <a href="/admin/orders">Show all orders</a></p>{{/NONE}}
{{#TABLE}}
<h2 id="orders-head">Newest first</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="orders-head">
<table class="table stacks">
  <thead><tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">For</th><th scope="col">State</th><th scope="col">Payment</th><th scope="col">Delivery</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Total</th></tr></thead>
  <tbody>
  {{#ORDER}}<tr><th scope="row" data-label="Order"><a href="/admin/order/{{ORDER_ID}}">{{ORDER_NUMBER}}</a></th><td data-label="Placed">{{ORDER_PLACED}}</td><td data-label="For"><span>{{ORDER_NAME}} <span class="meta">{{ORDER_EMAIL}}</span></span></td><td data-label="State">{{ORDER_STATE}}</td><td data-label="Payment">{{ORDER_PAYMENT}}</td><td data-label="Delivery">{{ORDER_FULFILMENT}}</td><td data-label="Pieces" class="number">{{ORDER_PIECES}}</td><td data-label="Total" class="number">{{ORDER_TOTAL}}</td></tr>
  {{/ORDER}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#OLDER}}<nav class="pager" aria-label="More orders"><ul><li><a href="{{OLDER_URL}}" rel="next">Older orders</a></li></ul></nav>{{/OLDER}}
