{{%AUTOESCAPE context="HTML"}}
{{! products_list_page.tpl - body of GET /admin/products; filled by cgi-bin/admin/products_list_page.cpp }}
<div class="section-head">
  <h1>Products</h1>
  <p class="row"><a class="button small" href="/admin/products/new">New product</a> <a href="/admin/categories">Categories</a> <a href="/admin/brands">Brands</a> <a href="/admin/search">Search</a> <a href="/admin/imports">CSV files</a></p>
</div>
<form method="get" action="/admin/products" class="panel">
  <div class="field-row">
    <div class="field"><label for="q">Words or stock code</label><input id="q" name="q" type="search" value="{{WORDS}}" maxlength="200"></div>
    <div class="field"><label for="category">Category</label>
      <select id="category" name="category"><option value="">Any</option>{{#CATEGORY}}<option value="{{CATEGORY_ID}}"{{#CATEGORY_CHOSEN}} selected{{/CATEGORY_CHOSEN}}>{{CATEGORY_NAME}}</option>{{/CATEGORY}}</select></div>
    <div class="field"><label for="brand">Brand</label>
      <select id="brand" name="brand"><option value="">Any</option>{{#BRAND}}<option value="{{BRAND_ID}}"{{#BRAND_CHOSEN}} selected{{/BRAND_CHOSEN}}>{{BRAND_NAME}}</option>{{/BRAND}}</select></div>
    <div class="field"><label for="stock">Stock</label>
      <select id="stock" name="stock"><option value="">Any</option><option value="low"{{#STOCK_LOW}} selected{{/STOCK_LOW}}>Nearly gone</option><option value="none"{{#STOCK_NONE}} selected{{/STOCK_NONE}}>Sold out</option></select></div>
    <div class="field"><label for="state">Offered</label>
      <select id="state" name="state"><option value=""{{#STATE_OFFERED}} selected{{/STATE_OFFERED}}>Yes</option><option value="withdrawn"{{#STATE_WITHDRAWN}} selected{{/STATE_WITHDRAWN}}>Withdrawn</option><option value="all"{{#STATE_ALL}} selected{{/STATE_ALL}}>Both</option></select></div>
  </div>
  <p class="row"><button class="small">Show</button> <a href="/admin/products">Reset</a> <a href="/admin/products.csv">All as CSV</a></p>
</form>
{{#NONE}}<div class="empty-state"><p>No product fits. <a href="/admin/products">Show all</a>, or make a <a href="/admin/products/new">new one</a>.</p></div>{{/NONE}}
{{#LIST}}
<form method="post" action="/admin/products/bulk">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK}}">
<div class="table-wrap" tabindex="0" role="region" aria-label="Products">
<table class="table stacks">
  <thead><tr><th scope="col">Pick</th><th scope="col">Product</th><th scope="col">Stock code</th><th scope="col">Category</th><th scope="col">Brand</th><th scope="col" class="number">Price</th><th scope="col" class="number">In stock</th><th scope="col" class="number">Sold</th></tr></thead>
  <tbody>
  {{#PRODUCT}}<tr><td data-label="Pick"><input type="checkbox" name="pick" value="{{PRODUCT_PICK}}" aria-label="Pick {{PRODUCT_NAME}}"></td><th scope="row" data-label="Product"><span><a href="/admin/products/{{PRODUCT_ID}}">{{PRODUCT_NAME}}</a>{{#PRODUCT_WITHDRAWN}} <span class="badge warn">withdrawn</span>{{/PRODUCT_WITHDRAWN}}</span></th><td data-label="Stock code">{{PRODUCT_SKU}}</td><td data-label="Category">{{PRODUCT_CATEGORY_NAME}}</td><td data-label="Brand">{{PRODUCT_BRAND_NAME}}</td><td data-label="Price" class="number"><span>{{PRODUCT_PRICE}}{{#PRODUCT_SALE}} <span class="badge good">sale, else {{PRODUCT_REGULAR}}</span>{{/PRODUCT_SALE}}</span></td><td data-label="In stock" class="number">{{PRODUCT_STOCK}}</td><td data-label="Sold" class="number">{{PRODUCT_SOLD}}</td></tr>
  {{/PRODUCT}}
  </tbody>
</table>
</div>
<fieldset class="panel">
  <legend>With the picked products</legend>
  <div class="field-row">
    <div class="field"><label for="action">Do</label>
      <select id="action" name="action"><option value="">Please choose</option><option value="percent">change the price by percent</option><option value="amount">change the price by an amount</option><option value="category">move to a category</option><option value="withdraw">withdraw</option><option value="offer">offer again</option></select></div>
    <div class="field"><label for="amount">Percent or amount</label><p class="hint" id="amount-hint">-10 makes cheaper, 2.50 dearer</p><input id="amount" name="amount" type="text" inputmode="text" maxlength="20" aria-describedby="amount-hint"></div>
    <div class="field"><label for="to_category">Category</label>
      <select id="to_category" name="to_category"><option value="0">Please choose</option>{{#TARGET}}<option value="{{TARGET_ID}}">{{TARGET_NAME}}</option>{{/TARGET}}</select></div>
  </div>
  <button class="small">Change them</button>
</fieldset>
</form>
{{/LIST}}
<nav class="pager" aria-label="Pages">
  <ul>
    {{#FIRST}}<li><a href="{{FIRST_URL}}">First page</a></li>{{/FIRST}}
    {{#MORE}}<li><a href="{{MORE_URL}}">Next page</a></li>{{/MORE}}
  </ul>
</nav>
