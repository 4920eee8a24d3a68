{{%AUTOESCAPE context="HTML"}}
{{! taxes_page.tpl - body of GET and POST /admin/settings/taxes; filled by cgi-bin/admin/taxes_page.cpp }}
<h1>Taxes</h1>
<nav aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li></ul></nav>
<p class="lead">The country of delivery chooses the rate. Orders that were placed keep theirs.</p>
{{>PROBLEMS}}
<div class="stack">
{{#RATE}}
<section class="panel" aria-label="{{RATE_PLACE}}">
<h2>{{RATE_PLACE}}</h2>
<form method="post" action="/admin/settings/taxes" class="inline-form" novalidate>
<input type="hidden" name="csrf" value="{{RATE_CSRF}}"><input type="hidden" name="country" value="{{RATE_COUNTRY}}"><input type="hidden" name="version" value="{{RATE_VERSION}}">
<label>Name <input name="name" value="{{RATE_NAME}}" required maxlength="40"></label>
<label>Percent <input name="percent" value="{{RATE_PERCENT}}" inputmode="decimal" required maxlength="8"></label>
<label class="choice"><input type="checkbox" name="included" value="1"{{#RATE_INCLUDED}} checked{{/RATE_INCLUDED}}> Prices contain it</label>
<button name="act" value="save">Save</button> <button name="act" value="remove" class="danger">Remove</button>
</form>
</section>
{{/RATE}}
</div>
<h2>Another country</h2>
<form method="post" action="/admin/settings/taxes" class="inline-form" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div><label for="country">Country</label><select id="country" name="country"{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}><option value="">Everywhere else</option>{{>COUNTRIES}}</select>{{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}</div>
<div><label for="name">Name</label><input id="name" name="name" value="{{NAME}}" required maxlength="40"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
<div><label for="percent">Percent</label><input id="percent" name="percent" inputmode="decimal" required maxlength="8"{{#PERCENT_ERROR}} aria-invalid="true" aria-describedby="percent-error"{{/PERCENT_ERROR}}>{{#PERCENT_ERROR}}<p class="error" id="percent-error">{{PERCENT_ERROR_TEXT}}</p>{{/PERCENT_ERROR}}</div>
<label class="choice"><input type="checkbox" name="included" value="1" checked> Prices contain it</label>
<button name="act" value="add">Add</button>
</form>
