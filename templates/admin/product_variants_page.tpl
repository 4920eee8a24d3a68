{{%AUTOESCAPE context="HTML"}}
{{! product_variants_page.tpl - body of GET and POST /admin/products/{id}/variants; filled by cgi-bin/admin/product_variants_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li><a href="/admin/products/{{ID}}">{{NAME}}</a></li><li aria-current="page">Variants</li></ol></nav>
<h1>Variants of {{NAME}}</h1>
{{>PROBLEMS}}
{{#FAMILY}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Variants">
<table class="table stacks">
  <thead><tr><th scope="col">Product</th>{{#HEAD}}<th scope="col">{{HEAD_NAME}}</th>{{/HEAD}}<th scope="col">Stock code</th><th scope="col" class="number">Price now</th><th scope="col" class="number">In stock</th></tr></thead>
  <tbody>
  {{#VARIANT}}<tr><th scope="row" data-label="Product"><a href="/admin/products/{{VARIANT_ID}}">{{VARIANT_NAME}}</a>{{#VARIANT_WITHDRAWN}} <span class="badge warn">withdrawn</span>{{/VARIANT_WITHDRAWN}}</th>{{#CELL}}<td data-label="{{CELL_NAME}}">{{CELL_VALUE}}</td>{{/CELL}}<td data-label="Stock code">{{VARIANT_SKU}}</td><td class="number" data-label="Price now">{{VARIANT_PRICE}}</td><td class="number" data-label="In stock">{{VARIANT_STOCK}}</td></tr>
  {{/VARIANT}}
  </tbody>
</table>
</div>
<div class="columns two">
<div><section class="panel" aria-labelledby="add-head">
<h2 id="add-head">Another variant</h2>
<p class="hint">Text, category, brand, details and pictures are copied from {{NAME}}; pieces are received afterwards.</p>
<form method="post" action="/admin/products/{{ID}}/variants" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <div class="field-row">
  {{#INPUT}}<div class="field"><label for="{{INPUT_FIELD}}">{{INPUT_NAME}}</label><input id="{{INPUT_FIELD}}" name="{{INPUT_FIELD}}" value="{{INPUT_TYPED}}" required maxlength="60" autocomplete="off"{{#INPUT_BAD}} aria-invalid="true"{{/INPUT_BAD}}></div>
  {{/INPUT}}
  </div>
  <div class="field-row">
  <div class="field"><label for="price">Regular price ({{CURRENCY}})</label><input id="price" name="price" inputmode="decimal" value="{{PRICE}}" required maxlength="20"{{#PRICE_ERROR}} aria-invalid="true" aria-describedby="price-error"{{/PRICE_ERROR}}>{{#PRICE_ERROR}}<p class="error" id="price-error">{{PRICE_ERROR_TEXT}}</p>{{/PRICE_ERROR}}</div>
  <div class="field"><label for="sku">Stock code <span class="optional">(optional)</span></label><input id="sku" name="sku" value="{{SKU}}" maxlength="60" autocomplete="off"{{#SKU_ERROR}} aria-invalid="true" aria-describedby="sku-error"{{/SKU_ERROR}}>{{#SKU_ERROR}}<p class="error" id="sku-error">{{SKU_ERROR_TEXT}}</p>{{/SKU_ERROR}}</div>
  </div>
  <div class="actions"><button name="act" value="add">Make it</button></div>
</form>
</section>
</div>
<div><section class="panel" aria-labelledby="leave-head">
<h2 id="leave-head">Let it stand alone</h2>
<p>{{NAME}} leaves its variants and becomes a product without them. Nothing else changes.</p>
<form method="post" action="/admin/products/{{ID}}/variants"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button name="act" value="leave" class="danger small">Take it out</button></form>
</section></div>
</div>
{{/FAMILY}}
{{#START}}
<section class="panel narrow" aria-labelledby="start-head">
<h2 id="start-head">In which options does it come?</h2>
<p class="hint">Name one to three options and what this product has of each, such as Size and M. They become part of its name and of its details; then add the other variants.</p>
<form method="post" action="/admin/products/{{ID}}/variants" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
  {{#ROW}}<div class="field-row"><div class="field"><label for="name{{ROW_NUMBER}}">Option {{ROW_NUMBER}}</label><input id="name{{ROW_NUMBER}}" name="name{{ROW_NUMBER}}" value="{{ROW_NAME}}" maxlength="60" autocomplete="off"{{#ROW_BAD}} aria-invalid="true"{{/ROW_BAD}}></div><div class="field"><label for="value{{ROW_NUMBER}}">Its value here</label><input id="value{{ROW_NUMBER}}" name="value{{ROW_NUMBER}}" value="{{ROW_VALUE}}" maxlength="60" autocomplete="off"{{#ROW_BAD}} aria-invalid="true"{{/ROW_BAD}}></div></div>
  {{/ROW}}
  <div class="actions"><button name="act" value="start">Save the options</button></div>
</form>
</section>
{{/START}}
