{{%AUTOESCAPE context="HTML"}}
{{! brands_page.tpl - body of GET /admin/brands; filled by cgi-bin/admin/brands_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li aria-current="page">Brands</li></ol></nav>
<h1>Brands</h1>
<section class="panel" aria-labelledby="new-head">
  <h2 id="new-head">New brand</h2>
  <form method="post" action="/admin/brands">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field-row">
      <div class="field"><label for="name">Name</label><input id="name" name="name" type="text" required maxlength="100"></div>
      <div class="field"><label for="slug">In its address <span class="optional">(optional)</span></label><input id="slug" name="slug" type="text" maxlength="100"></div>
    </div>
    <button class="small">Make it</button>
  </form>
</section>
<form method="get" action="/admin/brands" class="inline-form" role="search" aria-label="Brands">
  <div><label for="q">Name</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>There is no such brand.</p></div>{{/NONE}}
{{#BRAND}}
<details class="list-row">
  <summary>{{BRAND_NAME}} <span class="meta">&nbsp;({{BRAND_PRODUCTS}} products)</span></summary>
  <p><a href="/admin/products?brand={{BRAND_ID}}">Its products</a></p>
  <form method="post" action="/admin/brands/{{BRAND_ID}}">
    <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{BRAND_VERSION}}">
    <div class="field-row">
      <div class="field"><label for="name-{{BRAND_ID}}">Name</label><input id="name-{{BRAND_ID}}" name="name" type="text" value="{{BRAND_NAME}}" required maxlength="100"></div>
      <div class="field"><label for="slug-{{BRAND_ID}}">In its address</label><input id="slug-{{BRAND_ID}}" name="slug" type="text" value="{{BRAND_SLUG}}" maxlength="100"></div>
    </div>
    <button class="small">Save<span class="visually-hidden"> {{BRAND_NAME}}</span></button>
  </form>
  <form method="post" action="/admin/brands/{{BRAND_ID}}/delete" class="actions"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="danger small">Delete<span class="visually-hidden"> {{BRAND_NAME}}</span></button></form>
</details>
{{/BRAND}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
