{{%AUTOESCAPE context="HTML"}}
{{! shipping_page.tpl - body of GET and POST /admin/settings/shipping; filled by cgi-bin/admin/shipping_page.cpp }}
<h1>Shipping</h1>
<nav aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li></ul></nav>
<p class="lead">What the cart and the checkout offer, in this order. Orders that were placed keep what they chose.</p>
{{>PROBLEMS}}
<div class="stack">
{{#METHOD}}
<section class="panel" aria-label="{{METHOD_NAME}}">
<h2>{{METHOD_NAME}} <code>{{METHOD_CODE}}</code></h2>
<form method="post" action="/admin/settings/shipping" class="inline-form" novalidate>
<input type="hidden" name="csrf" value="{{METHOD_CSRF}}"><input type="hidden" name="code" value="{{METHOD_CODE}}"><input type="hidden" name="version" value="{{METHOD_VERSION}}">
<label>Name <input name="name" value="{{METHOD_NAME}}" required maxlength="60"></label>
<label>Country <select name="country"><option value="">Everywhere</option>{{>COUNTRIES}}</select></label>
<label>Price <input name="price" value="{{METHOD_PRICE}}" inputmode="decimal" required maxlength="12"></label>
<label>Free from <input name="free_from" value="{{METHOD_FREE_FROM}}" inputmode="decimal" maxlength="12"></label>
<label>Days, least <input name="days_min" type="number" value="{{METHOD_DAYS_MIN}}" min="0" max="365" required></label>
<label>Days, most <input name="days_max" type="number" value="{{METHOD_DAYS_MAX}}" min="0" max="365" required></label>
<label>Place <input name="position" type="number" value="{{METHOD_POSITION}}" min="0" max="1000" required></label>
<button name="act" value="save">Save</button> <button name="act" value="remove" class="danger">Remove</button>
</form>
</section>
{{/METHOD}}
</div>
<h2>Another way to ship</h2>
<form method="post" action="/admin/settings/shipping" class="inline-form" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div><label for="code">Code</label><input id="code" name="code" value="{{CODE}}" required maxlength="30"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-error"{{/CODE_ERROR}}>{{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}</div>
<div><label for="name">Name</label><input id="name" name="name" value="{{NAME}}" required maxlength="60"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
<div><label for="country">Country</label><select id="country" name="country"><option value="">Everywhere</option>{{>COUNTRIES}}</select></div>
<div><label for="price">Price</label><input id="price" name="price" inputmode="decimal" required maxlength="12"{{#PRICE_ERROR}} aria-invalid="true" aria-describedby="price-error"{{/PRICE_ERROR}}>{{#PRICE_ERROR}}<p class="error" id="price-error">{{PRICE_ERROR_TEXT}}</p>{{/PRICE_ERROR}}</div>
<div><label for="free_from">Free from <span class="optional">(optional)</span></label><input id="free_from" name="free_from" inputmode="decimal" maxlength="12"{{#FREE_FROM_ERROR}} aria-invalid="true" aria-describedby="free_from-error"{{/FREE_FROM_ERROR}}>{{#FREE_FROM_ERROR}}<p class="error" id="free_from-error">{{FREE_FROM_ERROR_TEXT}}</p>{{/FREE_FROM_ERROR}}</div>
<div><label for="days_min">Days, least</label><input id="days_min" name="days_min" type="number" value="{{DAYS_MIN}}" min="0" max="365" required></div>
<div><label for="days_max">Days, most</label><input id="days_max" name="days_max" type="number" value="{{DAYS_MAX}}" min="0" max="365" required{{#DAYS_MAX_ERROR}} aria-invalid="true" aria-describedby="days_max-error"{{/DAYS_MAX_ERROR}}>{{#DAYS_MAX_ERROR}}<p class="error" id="days_max-error">{{DAYS_MAX_ERROR_TEXT}}</p>{{/DAYS_MAX_ERROR}}</div>
<div><label for="position">Place in the list</label><input id="position" name="position" type="number" value="{{POSITION}}" min="0" max="1000" required></div>
<button name="act" value="add">Add</button>
</form>
