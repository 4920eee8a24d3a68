{{%AUTOESCAPE context="HTML"}}
{{! product_edit_page.tpl - body of GET /admin/products/new and /admin/products/{id}; filled by cgi-bin/admin/product_edit_view.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li aria-current="page">{{TITLE}}</li></ol></nav>
<h1>{{TITLE}}</h1>
{{>PROBLEMS}}
<div class="columns main-side">
<form method="post" action="/admin/products/{{ACTION}}" novalidate class="panel">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<div class="field">
  <label for="name">Name</label>
  <input id="name" name="name" type="text" value="{{NAME}}" required maxlength="200"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>
  {{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}
</div>
<div class="field-row">
<div class="field">
  <label for="sku">Stock code</label>
  <input id="sku" name="sku" type="text" value="{{SKU}}" required maxlength="60"{{#SKU_ERROR}} aria-invalid="true" aria-describedby="sku-error"{{/SKU_ERROR}}>
  {{#SKU_ERROR}}<p class="error" id="sku-error">{{SKU_ERROR_TEXT}}</p>{{/SKU_ERROR}}
</div>
<div class="field">
  <label for="price">Regular price ({{CURRENCY}})</label>
  <input id="price" name="price" type="text" inputmode="decimal" value="{{PRICE}}" required maxlength="20"{{#PRICE_ERROR}} aria-invalid="true" aria-describedby="price-error"{{/PRICE_ERROR}}>
  {{#PRICE_ERROR}}<p class="error" id="price-error">{{PRICE_ERROR_TEXT}}</p>{{/PRICE_ERROR}}
</div>
</div>
<div class="field-row">
<div class="field">
  <label for="category">Category</label>
  <select id="category" name="category"{{#CATEGORY_ERROR}} aria-invalid="true" aria-describedby="category-error"{{/CATEGORY_ERROR}}><option value="0">Please choose</option>{{#CATEGORY}}<option value="{{CATEGORY_ID}}"{{#CATEGORY_CHOSEN}} selected{{/CATEGORY_CHOSEN}}>{{CATEGORY_NAME}}</option>{{/CATEGORY}}</select>
  {{#CATEGORY_ERROR}}<p class="error" id="category-error">{{CATEGORY_ERROR_TEXT}}</p>{{/CATEGORY_ERROR}}
</div>
<div class="field">
  <label for="brand">Brand</label>
  <select id="brand" name="brand"{{#BRAND_ERROR}} aria-invalid="true" aria-describedby="brand-error"{{/BRAND_ERROR}}><option value="0">None</option>{{#BRAND}}<option value="{{BRAND_ID}}"{{#BRAND_CHOSEN}} selected{{/BRAND_CHOSEN}}>{{BRAND_NAME}}</option>{{/BRAND}}</select>
  {{#BRAND_ERROR}}<p class="error" id="brand-error">{{BRAND_ERROR_TEXT}}</p>{{/BRAND_ERROR}}
</div>
</div>
<div class="field">
  <label for="description">Description <span class="optional">(optional)</span></label>
  <textarea id="description" name="description" rows="8" maxlength="20000"{{#DESCRIPTION_ERROR}} aria-invalid="true" aria-describedby="description-error"{{/DESCRIPTION_ERROR}}>{{DESCRIPTION:pre_escape}}</textarea>
  {{#DESCRIPTION_ERROR}}<p class="error" id="description-error">{{DESCRIPTION_ERROR_TEXT}}</p>{{/DESCRIPTION_ERROR}}
</div>
<fieldset id="attributes">
  <legend>Details</legend>
  <p class="hint">One value a row, such as Colour and red. A product of two colours has two rows.</p>
  {{#ATTRIBUTES_ERROR}}<p class="error">{{ATTRIBUTES_ERROR_TEXT}}</p>{{/ATTRIBUTES_ERROR}}
  {{#ATTRIBUTE}}<div class="field-row">
    <div class="field"><input name="attribute_name" type="text" value="{{ATTRIBUTE_NAME}}" maxlength="200" aria-label="Name of detail {{ATTRIBUTE_NUMBER}}" placeholder="Name"></div>
    <div class="field"><input name="attribute_value" type="text" value="{{ATTRIBUTE_VALUE}}" maxlength="200" aria-label="Value of detail {{ATTRIBUTE_NUMBER}}" placeholder="Value"></div>
  </div>{{/ATTRIBUTE}}
</fieldset>
<p class="actions"><button>Save</button> <button class="quiet" name="more" value="1">More rows for details</button> <a href="/admin/products">Cancel</a></p>
</form>
{{#EXISTING}}
<div class="stack">
<section class="panel" aria-labelledby="now-head">
  <h2 id="now-head">In the shop</h2>
  <dl class="facts"><dt>Price now</dt><dd>{{EXISTING_PRICE}}</dd><dt>In stock</dt><dd>{{EXISTING_STOCK}}</dd></dl>
  <p><a href="/admin/products/{{EXISTING_ID}}/pictures">Pictures</a> · <a href="/admin/products/{{EXISTING_ID}}/variants">Variants</a></p>
  {{#IS_OFFERED}}
  <p><a href="{{IS_OFFERED_URL}}">See it in the shop</a></p>
  <form method="post" action="/admin/products/{{EXISTING_ID}}/withdraw"><input type="hidden" name="csrf" value="{{EXISTING_CSRF}}"><input type="hidden" name="version" value="{{EXISTING_VERSION}}"><button class="danger small">Withdraw</button></form>
  {{/IS_OFFERED}}
  {{#IS_WITHDRAWN}}
  <p class="badge warn">withdrawn</p>
  <form method="post" action="/admin/products/{{EXISTING_ID}}/offer"><input type="hidden" name="csrf" value="{{EXISTING_CSRF}}"><input type="hidden" name="version" value="{{EXISTING_VERSION}}"><button class="small">Offer it again</button></form>
  {{/IS_WITHDRAWN}}
</section>
<section class="panel" aria-labelledby="sale-head">
  <h2 id="sale-head">Sale</h2>
  {{#PLANNED}}
  <p>{{#PLANNED_RUNNING}}<span class="badge good">running</span>{{/PLANNED_RUNNING}}{{#PLANNED_WAITING}}<span class="badge">planned</span>{{/PLANNED_WAITING}} {{PLANNED_PRICE}} since or from {{PLANNED_STARTS}}{{#PLANNED_ENDS}} until {{PLANNED_ENDS_TEXT}}{{/PLANNED_ENDS}}</p>
  <form method="post" action="/admin/products/{{EXISTING_ID}}/sale/end"><input type="hidden" name="csrf" value="{{EXISTING_CSRF}}"><button class="danger small">End this sale</button></form>
  {{/PLANNED}}
  <form method="post" action="/admin/products/{{EXISTING_ID}}/sale" novalidate>
    <input type="hidden" name="csrf" value="{{EXISTING_CSRF}}"><input type="hidden" name="version" value="{{EXISTING_VERSION}}">
    <div class="field"><label for="sale_price">Reduced price</label><input id="sale_price" name="sale_price" type="text" inputmode="decimal" value="{{SALE_PRICE}}" maxlength="20" required{{#SALE_PRICE_ERROR}} aria-invalid="true" aria-describedby="sale_price-error"{{/SALE_PRICE_ERROR}}>
      {{#SALE_PRICE_ERROR}}<p class="error" id="sale_price-error">{{SALE_PRICE_ERROR_TEXT}}</p>{{/SALE_PRICE_ERROR}}</div>
    <div class="field"><label for="sale_starts">Starts <span class="optional">(empty: now)</span></label><input id="sale_starts" name="sale_starts" type="datetime-local" value="{{SALE_STARTS}}"{{#SALE_STARTS_ERROR}} aria-invalid="true" aria-describedby="sale_starts-error"{{/SALE_STARTS_ERROR}}>
      {{#SALE_STARTS_ERROR}}<p class="error" id="sale_starts-error">{{SALE_STARTS_ERROR_TEXT}}</p>{{/SALE_STARTS_ERROR}}</div>
    <div class="field"><label for="sale_ends">Ends <span class="optional">(empty: when you end it)</span></label><input id="sale_ends" name="sale_ends" type="datetime-local" value="{{SALE_ENDS}}"{{#SALE_ENDS_ERROR}} aria-invalid="true" aria-describedby="sale_ends-error"{{/SALE_ENDS_ERROR}}>
      {{#SALE_ENDS_ERROR}}<p class="error" id="sale_ends-error">{{SALE_ENDS_ERROR_TEXT}}</p>{{/SALE_ENDS_ERROR}}</div>
    <button class="small">Plan the sale</button>
  </form>
</section>
<section class="panel" aria-labelledby="past-head">
  <h2 id="past-head">Prices so far</h2>
  <table class="table"><thead><tr><th scope="col">Since</th><th scope="col" class="number">Price</th></tr></thead>
  <tbody>{{#PAST}}<tr><td>{{PAST_SINCE}}</td><td class="number">{{PAST_PRICE}}</td></tr>{{/PAST}}</tbody></table>
</section>
</div>
{{/EXISTING}}
</div>
