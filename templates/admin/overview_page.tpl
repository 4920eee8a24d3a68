{{%AUTOESCAPE context="HTML"}}
{{! overview_page.tpl - body of GET /admin; filled by cgi-bin/admin/overview_page.cpp }}
<h1>The shop at a glance</h1>
<ul class="tiles">
  <li class="tile"><strong>{{ORDERS_TODAY}}</strong> orders in 24 hours</li>
  <li class="tile"><strong>{{ORDERS_MONTH}}</strong> orders in 30 days</li>
  <li class="tile"><strong>{{REVENUE_MONTH}}</strong> revenue in 30 days</li>
  <li class="tile"><strong>{{TO_SHIP}}</strong> paid, to be shipped</li>
  <li class="tile"><strong>{{UNPAID}}</strong> waiting for payment</li>
  <li class="tile"><strong>{{CUSTOMERS}}</strong> customers</li>
  <li class="tile"><strong>{{CONVERSATIONS_TODAY}}</strong> conversations in 24 hours</li>
</ul>
{{#TO_DO}}
<section class="panel" aria-labelledby="to-do">
<h2 id="to-do">Waiting for you</h2>
<ul class="plain-list stack">
{{#TASK}}<li><a href="{{TASK_URL}}">{{TASK_NAME}}</a>: {{TASK_COUNT}}</li>
{{/TASK}}
</ul>
</section>
{{/TO_DO}}
<h2 id="newest">Newest orders</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="newest">
<table class="table stacks">
  <thead><tr><th scope="col">Order</th><th scope="col">Placed</th><th scope="col">For</th><th scope="col">State</th><th scope="col">Payment</th><th scope="col">Delivery</th><th scope="col" class="number">Total</th></tr></thead>
  <tbody>
  {{#ORDER}}<tr><th scope="row" data-label="Order">{{#ORDER_LINK}}<a href="/admin/order/{{ORDER_LINK_ID}}">{{/ORDER_LINK}}{{ORDER_NUMBER}}{{#ORDER_LINK}}</a>{{/ORDER_LINK}}</th><td data-label="Placed">{{ORDER_PLACED}}</td><td data-label="For">{{ORDER_NAME}}</td><td data-label="State">{{ORDER_STATE}}</td><td data-label="Payment">{{ORDER_PAYMENT}}</td><td data-label="Delivery">{{ORDER_FULFILMENT}}</td><td data-label="Total" class="number">{{ORDER_TOTAL}}</td></tr>
  {{/ORDER}}
  </tbody>
</table>
</div>
<h2 id="low">Nearly gone</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="low">
<table class="table stacks">
  <thead><tr><th scope="col">Product</th><th scope="col" class="number">In stock</th><th scope="col" class="number">Sold</th></tr></thead>
  <tbody>
  {{#LOW}}<tr><th scope="row" data-label="Product"><a href="{{LOW_URL}}">{{LOW_NAME}}</a></th><td data-label="In stock" class="number">{{LOW_PIECES}}</td><td data-label="Sold" class="number">{{LOW_SOLD}}</td></tr>
  {{/LOW}}
  </tbody>
</table>
</div>
{{#WANTED_LIST}}
<h2 id="wanted">Sold out, and waited for</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="wanted">
<table class="table stacks">
  <thead><tr><th scope="col">Product</th><th scope="col" class="number">People who asked</th><th scope="col">First asked</th></tr></thead>
  <tbody>
  {{#WANTED}}<tr><th scope="row" data-label="Product"><a href="{{WANTED_URL}}">{{WANTED_NAME}}</a></th><td data-label="People who asked" class="number">{{WANTED_PEOPLE}}</td><td data-label="First asked">{{WANTED_SINCE}}</td></tr>
  {{/WANTED}}
  </tbody>
</table>
</div>
{{/WANTED_LIST}}
{{#FOR_ADMINS}}<p><a href="/admin/audit">Who changed what: the audit log</a></p>{{/FOR_ADMINS}}
