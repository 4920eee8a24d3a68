{{%AUTOESCAPE context="HTML"}}
{{! product_pictures_page.tpl - body of GET /admin/products/{id}/pictures; filled by cgi-bin/admin/product_pictures_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li><a href="/admin/products/{{PRODUCT_ID}}">{{PRODUCT_NAME}}</a></li><li aria-current="page">Pictures</li></ol></nav>
<h1>Pictures of {{PRODUCT_NAME}}</h1>
<div class="columns main-side">
<section aria-labelledby="list-head">
  <h2 class="visually-hidden" id="list-head">Those it has</h2>
  {{#NONE}}<div class="empty-state"><p>It has no picture yet.</p></div>{{/NONE}}
  {{#LIST}}
  <form method="post" action="/admin/products/{{PRODUCT_ID}}/pictures/order">
    <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
    <p class="hint">The picture with the lowest place is the one of lists and carts.</p>
    {{#PICTURE}}
    <fieldset class="panel">
      <legend>Picture {{PICTURE_NUMBER}}</legend>
      <div class="row">
        <img src="{{PICTURE_URL}}" width="120" height="120" alt="">
        <div class="field"><label for="position_{{PICTURE_NUMBER}}">Place</label><input id="position_{{PICTURE_NUMBER}}" name="position_{{PICTURE_NUMBER}}" class="pieces" type="number" min="0" max="1000" value="{{PICTURE_NUMBER}}"></div>
      </div>
      <div class="field"><label for="alt_{{PICTURE_NUMBER}}">What it shows, for those who do not see it</label><input id="alt_{{PICTURE_NUMBER}}" name="alt_{{PICTURE_NUMBER}}" type="text" maxlength="200" value="{{PICTURE_ALT}}"></div>
      <label class="choice"><input type="checkbox" name="drop_{{PICTURE_NUMBER}}" value="1"> Delete this picture</label>
    </fieldset>
    {{/PICTURE}}
    <p class="actions"><button>Save</button> <a href="/admin/products/{{PRODUCT_ID}}">Back to the product</a></p>
  </form>
  {{/LIST}}
</section>
<section class="panel" aria-labelledby="new-head">
  <h2 id="new-head">Add pictures</h2>
  <form method="post" action="/admin/products/{{PRODUCT_ID}}/pictures" enctype="multipart/form-data">
    <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
    <div class="field"><label for="picture">Files</label><p class="hint" id="picture-hint">JPEG, PNG or WebP, 8 MB in all, up to 50 million pixels each.</p><input id="picture" name="picture" type="file" accept="image/jpeg,image/png,image/webp" multiple required aria-describedby="picture-hint"></div>
    <div class="field"><label for="alt">What they show <span class="optional">(optional)</span></label><input id="alt" name="alt" type="text" maxlength="200"></div>
    <button>Upload</button>
  </form>
</section>
</div>
