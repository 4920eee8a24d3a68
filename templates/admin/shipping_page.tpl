{{%AUTOESCAPE context="HTML"}}
{{! shipping_page.tpl - body of GET and POST /admin/settings/shipping; filled by cgi-bin/admin/shipping_page.cpp }}
<h1>Shipping</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping" aria-current="page">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li><li><a href="/admin/settings/keys">API keys</a></li><li><a href="/admin/settings/webhooks">Webhooks</a></li></ul></nav>
<p class="lead">What the cart and the checkout offer, in this order. Orders that were placed keep what they chose.</p>
{{>PROBLEMS}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Ways to ship">
<table class="table stacks">
  <thead><tr><th scope="col">Name</th><th scope="col">Code</th><th scope="col">To</th><th scope="col" class="number">Price</th><th scope="col" class="number">Free from</th><th scope="col" class="number">Days</th></tr></thead>
  <tbody>
  {{#METHOD}}<tr><th scope="row" data-label="Name"><a href="/admin/settings/shipping?change={{METHOD_CODE}}#form-head">{{METHOD_NAME}}</a></th><td data-label="Code">{{METHOD_CODE}}</td><td data-label="To">{{METHOD_PLACE}}</td><td class="number" data-label="Price">{{METHOD_PRICE}}</td><td class="number" data-label="Free from">{{METHOD_FREE_FROM}}</td><td class="number" data-label="Days">{{METHOD_DAYS_MIN}} to {{METHOD_DAYS_MAX}}</td></tr>
  {{/METHOD}}
  </tbody>
</table>
</div>
<section class="panel narrow" aria-labelledby="form-head">
<h2 id="form-head">{{#NEW}}Another way to ship{{/NEW}}{{#CHANGE}}Change {{CHANGE_NAME}}{{/CHANGE}}</h2>
<form method="post" action="/admin/settings/shipping" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  {{#CHANGE}}<input type="hidden" name="code" value="{{CHANGE_CODE}}"><input type="hidden" name="version" value="{{CHANGE_VERSION}}">{{/CHANGE}}
  {{#NEW}}<div class="field"><label for="code">Code</label><p class="hint" id="code-hint">Small letters, digits, dashes; stays for good.</p><input id="code" name="code" value="{{NEW_CODE}}" required maxlength="30" autocomplete="off"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-hint code-error"{{/CODE_ERROR}}>{{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}</div>{{/NEW}}
  <div class="field"><label for="name">Name</label><input id="name" name="name" value="{{NAME}}" required maxlength="60" autocomplete="off"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
  <div class="field"><label for="country">Country</label><select id="country" name="country"{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}><option value="">Everywhere</option>{{>COUNTRIES}}</select>{{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}</div>
  <div class="field-row">
  <div class="field"><label for="price">Price</label><input id="price" name="price" value="{{PRICE}}" inputmode="decimal" required maxlength="12" autocomplete="off"{{#PRICE_ERROR}} aria-invalid="true" aria-describedby="price-error"{{/PRICE_ERROR}}>{{#PRICE_ERROR}}<p class="error" id="price-error">{{PRICE_ERROR_TEXT}}</p>{{/PRICE_ERROR}}</div>
  <div class="field"><label for="free_from">Free from <span class="optional">(optional)</span></label><input id="free_from" name="free_from" value="{{FREE_FROM}}" inputmode="decimal" maxlength="12" autocomplete="off"{{#FREE_FROM_ERROR}} aria-invalid="true" aria-describedby="free_from-error"{{/FREE_FROM_ERROR}}>{{#FREE_FROM_ERROR}}<p class="error" id="free_from-error">{{FREE_FROM_ERROR_TEXT}}</p>{{/FREE_FROM_ERROR}}</div>
  </div>
  <div class="field-row">
  <div class="field"><label for="days_min">Days, least</label><input id="days_min" name="days_min" value="{{DAYS_MIN}}" type="number" min="0" max="365" required{{#DAYS_MIN_ERROR}} aria-invalid="true" aria-describedby="days_min-error"{{/DAYS_MIN_ERROR}}>{{#DAYS_MIN_ERROR}}<p class="error" id="days_min-error">{{DAYS_MIN_ERROR_TEXT}}</p>{{/DAYS_MIN_ERROR}}</div>
  <div class="field"><label for="days_max">Days, most</label><input id="days_max" name="days_max" value="{{DAYS_MAX}}" type="number" min="0" max="365" required{{#DAYS_MAX_ERROR}} aria-invalid="true" aria-describedby="days_max-error"{{/DAYS_MAX_ERROR}}>{{#DAYS_MAX_ERROR}}<p class="error" id="days_max-error">{{DAYS_MAX_ERROR_TEXT}}</p>{{/DAYS_MAX_ERROR}}</div>
  <div class="field"><label for="position">Place in the list</label><input id="position" name="position" value="{{POSITION}}" type="number" min="0" max="1000" required{{#POSITION_ERROR}} aria-invalid="true" aria-describedby="position-error"{{/POSITION_ERROR}}>{{#POSITION_ERROR}}<p class="error" id="position-error">{{POSITION_ERROR_TEXT}}</p>{{/POSITION_ERROR}}</div>
  </div>
  <p class="row">{{#NEW}}<button name="act" value="add">Add</button>{{/NEW}}{{#CHANGE}}<button name="act" value="save">Save</button> <button name="act" value="remove" class="danger">Remove</button> <a class="button quiet" href="/admin/settings/shipping">Leave it as it was</a>{{/CHANGE}}</p>
</form>
</section>
