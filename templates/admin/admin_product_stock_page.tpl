{{%AUTOESCAPE context="HTML"}}
{{! admin_product_stock_page.tpl - body of GET /admin/stock/{id}; filled by cgi-bin/admin/admin_product_stock_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/stock">Stock</a></li><li aria-current="page">{{NAME}}</li></ol></nav>
<h1>Stock of {{NAME}}</h1>
<p class="lead">{{SKU}} · <strong>{{PIECES}}</strong> in stock, bought for {{VALUE}} {{#WITHDRAWN}}<span class="badge">withdrawn</span>{{/WITHDRAWN}} · <a href="/product/{{ID}}">in the shop</a></p>
{{>PROBLEMS}}
{{#NO_CENTER}}<p class="notice">There is no distribution centre yet: <a href="/admin/centers">make one first</a>.</p>{{/NO_CENTER}}
<div class="columns main-side">
<div>
<h2 id="centers-head">Where it lies</h2>
<p class="hint">Counted the shelf? Type what you found and why it differs.</p>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="centers-head">
<table class="table stacks">
  <thead><tr><th scope="col">Centre</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Bought for</th><th scope="col">Counted</th></tr></thead>
  <tbody>
  {{#ROW}}<tr><th scope="row" data-label="Centre">{{ROW_NAME}}</th><td class="number" data-label="Pieces">{{ROW_PIECES}}</td><td class="number" data-label="Bought for">{{ROW_VALUE}}</td><td data-label="Counted">
    <form method="post" action="/admin/stock/{{ROW_PRODUCT}}/count" class="inline-form">
      <input type="hidden" name="csrf" value="{{ROW_CSRF}}"><input type="hidden" name="seen" value="{{ROW_SEEN}}"><input type="hidden" name="center" value="{{ROW_ID}}"><input type="hidden" name="expected" value="{{ROW_PIECES}}">
      <label class="visually-hidden" for="counted-{{ROW_ID}}">Pieces counted in {{ROW_NAME}}</label><input class="pieces" id="counted-{{ROW_ID}}" name="counted-{{ROW_ID}}" type="number" min="0" required value="{{ROW_COUNTED}}">
      <label class="visually-hidden" for="reason-{{ROW_ID}}">Why it differs in {{ROW_NAME}}</label><input id="reason-{{ROW_ID}}" name="reason-{{ROW_ID}}" type="text" maxlength="200" required placeholder="Reason" autocomplete="off" value="{{ROW_REASON}}">
      <button class="quiet small">Correct</button>
    </form></td></tr>
  {{/ROW}}
  </tbody>
</table>
</div>
{{#HISTORY}}
<h2 id="history-head">What was done</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="history-head">
<table class="table stacks">
  <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Bought for</th><th scope="col">Reason</th><th scope="col">By</th></tr></thead>
  <tbody>
  {{#CHANGE}}<tr><td data-label="When">{{CHANGE_TIME}}</td><td data-label="What">{{CHANGE_WHAT}}</td><td class="number" data-label="Pieces">{{CHANGE_PIECES}}</td><td class="number" data-label="Bought for">{{CHANGE_VALUE}}</td><td data-label="Reason">{{CHANGE_REASON}}</td><td data-label="By">{{CHANGE_WHO}}</td></tr>
  {{/CHANGE}}
  </tbody>
</table>
</div>
{{/HISTORY}}
</div>
<aside>
{{#RECEIVE}}
<section class="panel" aria-labelledby="receive-head">
  <h2 id="receive-head">Receive</h2>
  <form method="post" action="/admin/stock/{{ID}}/receive">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="seen" value="{{SEEN}}">
    <div class="field"><label for="center">Centre</label><select id="center" name="center">{{#CENTER}}<option value="{{CENTER_ID}}">{{CENTER_NAME}}</option>{{/CENTER}}</select></div>
    <div class="field"><label for="pieces">Pieces</label><input id="pieces" name="pieces" type="number" min="1" max="10000" required value="{{RECEIVED}}"{{#PIECES_ERROR}} aria-invalid="true" aria-describedby="pieces-error"{{/PIECES_ERROR}}>{{#PIECES_ERROR}}<p class="error" id="pieces-error">{{PIECES_ERROR_TEXT}}</p>{{/PIECES_ERROR}}</div>
    <div class="field"><label for="cost">Cost of one piece</label><input id="cost" name="cost" type="text" inputmode="decimal" maxlength="20" required autocomplete="off" value="{{COST}}"{{#COST_ERROR}} aria-invalid="true" aria-describedby="cost-error"{{/COST_ERROR}}>{{#COST_ERROR}}<p class="error" id="cost-error">{{COST_ERROR_TEXT}}</p>{{/COST_ERROR}}</div>
    <button>Receive</button>
  </form>
</section>
{{/RECEIVE}}
{{#MOVE}}
<section class="panel" aria-labelledby="move-head">
  <h2 id="move-head">Move</h2>
  <form method="post" action="/admin/stock/{{ID}}/move">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <input type="hidden" name="seen" value="{{SEEN}}">
    <div class="field"><label for="from">From</label><select id="from" name="from">{{#FROM}}<option value="{{FROM_ID}}">{{FROM_NAME}} ({{FROM_PIECES}})</option>{{/FROM}}</select></div>
    <div class="field"><label for="to">To</label><select id="to" name="to">{{#CENTER}}<option value="{{CENTER_ID}}">{{CENTER_NAME}}</option>{{/CENTER}}</select></div>
    <div class="field"><label for="moved">Pieces</label><input id="moved" name="moved" type="number" min="1" max="10000" required value="{{MOVED}}"{{#MOVED_ERROR}} aria-invalid="true" aria-describedby="moved-error"{{/MOVED_ERROR}}>{{#MOVED_ERROR}}<p class="error" id="moved-error">{{MOVED_ERROR_TEXT}}</p>{{/MOVED_ERROR}}</div>
    <button>Move</button>
  </form>
</section>
{{/MOVE}}
</aside>
</div>
