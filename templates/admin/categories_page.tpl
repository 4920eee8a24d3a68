{{%AUTOESCAPE context="HTML"}}
{{! categories_page.tpl - body of GET /admin/categories; filled by cgi-bin/admin/categories_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li aria-current="page">Categories</li></ol></nav>
<h1>Categories</h1>
<p class="hint">Five levels at most. Only a category without products and without further categories can be deleted.</p>
<form method="get" action="/admin/categories" class="inline-form" role="search" aria-label="Categories">
  <div><label for="q">Name</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>There is no such category.</p></div>{{/NONE}}
{{#CATEGORY}}
<details class="list-row">
  <summary>{{CATEGORY_INDENTED}} <span class="meta">&nbsp;({{CATEGORY_PRODUCTS}} products)</span></summary>
  <form method="post" action="/admin/categories/{{CATEGORY_ID}}">
    <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{CATEGORY_VERSION}}">
    <div class="field-row">
      <div class="field"><label for="name-{{CATEGORY_ID}}">Name</label><input id="name-{{CATEGORY_ID}}" name="name" type="text" value="{{CATEGORY_NAME}}" required maxlength="100"></div>
      <div class="field"><label for="slug-{{CATEGORY_ID}}">In its address</label><input id="slug-{{CATEGORY_ID}}" name="slug" type="text" value="{{CATEGORY_SLUG}}" maxlength="100"></div>
      <div class="field"><label for="parent-{{CATEGORY_ID}}">Lies in</label><select id="parent-{{CATEGORY_ID}}" name="parent"><option value="0">At the top</option>{{#PARENT}}<option value="{{PARENT_ID}}"{{#PARENT_CHOSEN}} selected{{/PARENT_CHOSEN}}>{{PARENT_NAME}}</option>{{/PARENT}}</select></div>
      <div class="field"><label for="position-{{CATEGORY_ID}}">Place in the order</label><input id="position-{{CATEGORY_ID}}" name="position" type="number" value="{{CATEGORY_POSITION}}" min="-10000" max="10000"></div>
    </div>
    <button class="small">Save<span class="visually-hidden"> {{CATEGORY_NAME}}</span></button>
  </form>
  <form method="post" action="/admin/categories/{{CATEGORY_ID}}/delete" class="actions"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="danger small">Delete<span class="visually-hidden"> {{CATEGORY_NAME}}</span></button></form>
</details>
{{/CATEGORY}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
{{#NEW}}
<section class="panel" aria-labelledby="new-head">
  <h2 id="new-head">New category</h2>
  <form method="post" action="/admin/categories">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field-row">
      <div class="field"><label for="name">Name</label><input id="name" name="name" type="text" required maxlength="100"></div>
      <div class="field"><label for="slug">In its address <span class="optional">(optional)</span></label><input id="slug" name="slug" type="text" maxlength="100"></div>
      <div class="field"><label for="parent">Lies in</label><select id="parent" name="parent"><option value="0">At the top</option>{{#PARENT}}<option value="{{PARENT_ID}}">{{PARENT_NAME}}</option>{{/PARENT}}</select></div>
      <div class="field"><label for="position">Place in the order</label><input id="position" name="position" type="number" value="0" min="-10000" max="10000"></div>
    </div>
    <button class="small">Make it</button>
  </form>
</section>
{{/NEW}}
