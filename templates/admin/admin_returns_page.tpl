{{%AUTOESCAPE context="HTML"}}
{{! admin_returns_page.tpl - body of GET /admin/returns; filled by cgi-bin/admin/admin_returns_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/orders">Orders</a></li><li aria-current="page">Returns</li></ol></nav>
<h1>Returns</h1>
<form method="get" action="/admin/returns" class="panel" role="search" aria-label="Returns">
  <div class="field-row">
    <div class="field"><label for="q">Order number, name or e-mail</label><input id="q" name="q" type="search" maxlength="254" autocomplete="off" value="{{TEXT}}"></div>
    <div class="field"><label for="state">State</label><select id="state" name="state"><option value="">any</option>{{#STATE}}<option value="{{STATE_VALUE}}"{{#STATE_CHOSEN}} selected{{/STATE_CHOSEN}}>{{STATE_NAME}}</option>{{/STATE}}</select></div>
  </div>
  <p class="row"><button class="small">Show</button> <a class="button quiet small" href="/admin/returns">Show all</a> <a class="button quiet small" href="{{CSV_URL}}">Download as CSV</a></p>
</form>
{{#NONE}}<p class="empty-state">There is no such return. Customers announce one on the page of their order, or without an account by the link at the foot of each page.</p>{{/NONE}}
{{#TABLE}}
<h2 id="returns-head">Newest first</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="returns-head">
<table class="table stacks">
  <thead><tr><th scope="col">Return</th><th scope="col">Order</th><th scope="col">Announced</th><th scope="col">For</th><th scope="col">What</th><th scope="col">Reason</th><th scope="col">State</th><th scope="col" class="number">Refund due</th></tr></thead>
  <tbody>
  {{#RETURN}}<tr><th scope="row" data-label="Return"><a href="/admin/order/{{RETURN_ORDER}}#return-{{RETURN_ID}}">{{RETURN_ID}}</a></th><td data-label="Order">{{RETURN_NUMBER}}</td><td data-label="Announced">{{RETURN_TIME}}</td><td data-label="For">{{RETURN_NAME}}</td><td data-label="What">{{RETURN_CONTENT}}</td><td data-label="Reason">{{RETURN_REASON}}</td><td data-label="State">{{RETURN_STATE}}</td><td data-label="Refund due" class="number">{{RETURN_REFUND}}</td></tr>
  {{/RETURN}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#OLDER}}<nav class="pager" aria-label="More returns"><ul><li><a href="{{OLDER_URL}}" rel="next">Older returns</a></li></ul></nav>{{/OLDER}}
