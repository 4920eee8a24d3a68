{{%AUTOESCAPE context="HTML"}}
{{! admin_stock_page.tpl - body of GET /admin/stock; filled by cgi-bin/admin/admin_stock_page.cpp }}
<h1>Stock</h1>
<p class="row"><a href="/admin/centers">Distribution centres</a> <a href="/admin/stock?at_most={{LOW_PIECES}}">Nearly gone ({{LOW_PIECES}} or fewer)</a></p>
{{#PROBLEM}}<p class="warning">{{PROBLEM_TEXT}}</p>{{/PROBLEM}}
<form method="get" action="/admin/stock" class="panel" role="search" aria-label="Stock">
  <div class="field-row">
    <div class="field"><label for="q">Name or stock code</label><input id="q" name="q" type="search" maxlength="254" autocomplete="off" value="{{TEXT}}"></div>
    <div class="field"><label for="at_most">Pieces, at most</label><input id="at_most" name="at_most" type="number" min="0" max="1000000" value="{{AT_MOST}}"></div>
    <div class="field"><label for="center">Lies in</label><select id="center" name="center"><option value="">any centre</option>{{#CENTER}}<option value="{{CENTER_ID}}"{{#CENTER_CHOSEN}} selected{{/CENTER_CHOSEN}}>{{CENTER_NAME}}</option>{{/CENTER}}</select></div>
  </div>
  <p class="row"><button class="small">Show</button> <a class="button quiet small" href="/admin/stock">Show all</a> <a class="button quiet small" href="{{CSV_URL}}">Download as CSV</a></p>
</form>
{{#NONE}}<p class="empty-state">There is no such product. <a href="/admin/stock">Show all</a></p>{{/NONE}}
{{#TABLE}}
<h2 id="stock-head">Fewest pieces first</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="stock-head">
<table class="table stacks">
  <thead><tr><th scope="col">Product</th><th scope="col">Stock code</th><th scope="col" class="number">In stock</th><th scope="col" class="number">Sold</th><th scope="col" class="number">Bought for</th></tr></thead>
  <tbody>
  {{#PRODUCT}}<tr><th scope="row" data-label="Product"><span><a href="/admin/stock/{{PRODUCT_ID}}">{{PRODUCT_NAME}}</a>{{#PRODUCT_WITHDRAWN}} <span class="badge">withdrawn</span>{{/PRODUCT_WITHDRAWN}}{{#PRODUCT_NONE_LEFT}} <span class="badge bad">none left</span>{{/PRODUCT_NONE_LEFT}}{{#PRODUCT_LOW}} <span class="badge warn">nearly gone</span>{{/PRODUCT_LOW}}</span></th><td data-label="Stock code">{{PRODUCT_SKU}}</td><td data-label="In stock" class="number">{{PRODUCT_PIECES}}</td><td data-label="Sold" class="number">{{PRODUCT_SOLD}}</td><td data-label="Bought for" class="number">{{PRODUCT_VALUE}}</td></tr>
  {{/PRODUCT}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#MORE}}<nav class="pager" aria-label="More products"><ul><li><a href="{{MORE_URL}}" rel="next">More products</a></li></ul></nav>{{/MORE}}
