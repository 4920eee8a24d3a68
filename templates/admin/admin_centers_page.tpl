{{%AUTOESCAPE context="HTML"}}
{{! admin_centers_page.tpl - body of GET and POST /admin/centers and /admin/center/{id}; filled by cgi-bin/admin/admin_centers_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/stock">Stock</a></li><li aria-current="page">Distribution centres</li></ol></nav>
<h1>Distribution centres</h1>
{{>PROBLEMS}}
<form method="get" action="/admin/centers" class="inline-form" role="search" aria-label="Distribution centres">
  <div><label for="q">Name</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#TABLE}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Distribution centres">
<table class="table stacks">
  <thead><tr><th scope="col">Centre</th><th scope="col" class="number">Latitude</th><th scope="col" class="number">Longitude</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">Bought for</th></tr></thead>
  <tbody>
  {{#CENTER}}<tr><th scope="row" data-label="Centre"><span><a href="/admin/center/{{CENTER_ID}}">{{CENTER_NAME}}</a> <a class="meta" href="/admin/stock?center={{CENTER_ID}}">what lies there</a></span></th><td class="number" data-label="Latitude">{{CENTER_LATITUDE}}</td><td class="number" data-label="Longitude">{{CENTER_LONGITUDE}}</td><td class="number" data-label="Pieces">{{CENTER_PIECES}}</td><td class="number" data-label="Bought for">{{CENTER_VALUE}}</td></tr>
  {{/CENTER}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
<section class="panel narrow" aria-labelledby="form-head">
<h2 id="form-head">{{#NEW}}New centre{{/NEW}}{{#CHANGE}}Change {{CHANGE_NAME}}{{/CHANGE}}</h2>
<form method="post" action="/admin/center{{#NEW}}s{{/NEW}}{{#CHANGE}}/{{CHANGE_ID}}{{/CHANGE}}">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  {{#CHANGE}}<input type="hidden" name="before" value="{{CHANGE_NAME}}">{{/CHANGE}}
  <div class="field"><label for="name">Name</label><input id="name" name="name" type="text" maxlength="100" required autocomplete="off" value="{{NAME}}"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
  <div class="field-row">
    <div class="field"><label for="latitude">Latitude <span class="optional">(optional)</span></label><input id="latitude" name="latitude" type="text" inputmode="decimal" maxlength="20" autocomplete="off" value="{{LATITUDE}}"{{#LATITUDE_ERROR}} aria-invalid="true" aria-describedby="latitude-error"{{/LATITUDE_ERROR}}>{{#LATITUDE_ERROR}}<p class="error" id="latitude-error">{{LATITUDE_ERROR_TEXT}}</p>{{/LATITUDE_ERROR}}</div>
    <div class="field"><label for="longitude">Longitude <span class="optional">(optional)</span></label><input id="longitude" name="longitude" type="text" inputmode="decimal" maxlength="20" autocomplete="off" value="{{LONGITUDE}}"{{#LONGITUDE_ERROR}} aria-invalid="true" aria-describedby="longitude-error"{{/LONGITUDE_ERROR}}>{{#LONGITUDE_ERROR}}<p class="error" id="longitude-error">{{LONGITUDE_ERROR_TEXT}}</p>{{/LONGITUDE_ERROR}}</div>
  </div>
  <p class="row"><button>Save</button>{{#CHANGE}} <a class="button quiet" href="/admin/centers">Leave it as it was</a>{{/CHANGE}}</p>
</form>
</section>
