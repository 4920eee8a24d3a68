{{%AUTOESCAPE context="HTML"}}
{{! taxes_page.tpl - body of GET and POST /admin/settings/taxes; filled by cgi-bin/admin/taxes_page.cpp }}
<h1>Taxes</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes" aria-current="page">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li><li><a href="/admin/settings/keys">API keys</a></li><li><a href="/admin/settings/webhooks">Webhooks</a></li></ul></nav>
<p class="lead">The country of delivery chooses the rate. Orders that were placed keep theirs.</p>
{{>PROBLEMS}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Tax rates">
<table class="table stacks">
  <thead><tr><th scope="col">Country</th><th scope="col">Name</th><th scope="col" class="number">Percent</th><th scope="col">Prices</th></tr></thead>
  <tbody>
  {{#RATE}}<tr><th scope="row" data-label="Country"><a href="/admin/settings/taxes?change={{RATE_KEY}}#form-head">{{RATE_PLACE}}</a></th><td data-label="Name">{{RATE_NAME}}</td><td class="number" data-label="Percent">{{RATE_PERCENT}}</td><td data-label="Prices">{{#RATE_INCLUDED}}contain it{{/RATE_INCLUDED}}{{#RATE_ADDED}}without it: added in the cart{{/RATE_ADDED}}</td></tr>
  {{/RATE}}
  </tbody>
</table>
</div>
<section class="panel narrow" aria-labelledby="form-head">
<h2 id="form-head">{{#NEW}}Another country{{/NEW}}{{#CHANGE}}Change {{CHANGE_PLACE}}{{/CHANGE}}</h2>
<form method="post" action="/admin/settings/taxes" novalidate>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  {{#CHANGE}}<input type="hidden" name="country" value="{{CHANGE_COUNTRY}}"><input type="hidden" name="version" value="{{CHANGE_VERSION}}">{{/CHANGE}}
  {{#NEW}}<div class="field"><label for="country">Country</label><select id="country" name="country"{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}><option value="">Everywhere else</option>{{>COUNTRIES}}</select>{{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}</div>{{/NEW}}
  <div class="field"><label for="name">Name</label><input id="name" name="name" value="{{NAME}}" required maxlength="40" autocomplete="off"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
  <div class="field"><label for="percent">Percent</label><input id="percent" name="percent" value="{{PERCENT}}" inputmode="decimal" required maxlength="8" autocomplete="off"{{#PERCENT_ERROR}} aria-invalid="true" aria-describedby="percent-error"{{/PERCENT_ERROR}}>{{#PERCENT_ERROR}}<p class="error" id="percent-error">{{PERCENT_ERROR_TEXT}}</p>{{/PERCENT_ERROR}}</div>
  <label class="choice"><input type="checkbox" name="included" value="1"{{#INCLUDED}} checked{{/INCLUDED}}> Prices contain it</label>
  <p class="row">{{#NEW}}<button name="act" value="add">Add</button>{{/NEW}}{{#CHANGE}}<button name="act" value="save">Save</button> <button name="act" value="remove" class="danger">Remove</button> <a class="button quiet" href="/admin/settings/taxes">Leave it as it was</a>{{/CHANGE}}</p>
</form>
</section>
