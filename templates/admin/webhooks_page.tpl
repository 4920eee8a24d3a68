{{%AUTOESCAPE context="HTML"}}
{{! webhooks_page.tpl - body of GET and POST /admin/settings/webhooks; filled by cgi-bin/admin/webhooks_page.cpp }}
<h1>Webhooks</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li><li><a href="/admin/settings/keys">API keys</a></li><li><a href="/admin/settings/webhooks" aria-current="page">Webhooks</a></li></ul></nav>
<p>Other programs are told what happens, at an address of theirs. <a href="/admin/settings/deliveries">What was told to whom</a></p>
{{#MADE}}
<section class="panel" aria-labelledby="made-head">
  <h2 id="made-head">What signs deliveries to {{MADE_URL}}</h2>
  <p>Copy it now: it is shown this once. Whoever receives a delivery checks its signature with it.</p>
  <p><code class="break">{{MADE_SECRET}}</code></p>
</section>
{{/MADE}}
{{#NEW}}
{{>PROBLEMS}}
<section class="panel narrow" aria-labelledby="new-head">
  <h2 id="new-head">New address</h2>
  <form method="post" action="/admin/settings/webhooks" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field"><label for="url">Address</label><input id="url" name="url" type="url" value="{{NEW_URL}}" required maxlength="500" placeholder="https://" autocomplete="off"{{#URL_ERROR}} aria-invalid="true" aria-describedby="url-error"{{/URL_ERROR}}>{{#URL_ERROR}}<p class="error" id="url-error">{{URL_ERROR_TEXT}}</p>{{/URL_ERROR}}</div>
    <fieldset id="event"{{#EVENT_ERROR}} aria-describedby="event-error"{{/EVENT_ERROR}}><legend>It is told when</legend>
    {{#EVENT_ERROR}}<p class="error" id="event-error">{{EVENT_ERROR_TEXT}}</p>{{/EVENT_ERROR}}
    {{#EVENT}}<label class="choice"><input type="checkbox" name="event" value="{{EVENT_VALUE}}"{{#EVENT_TICKED}} checked{{/EVENT_TICKED}}> {{EVENT_NAME}}</label>
    {{/EVENT}}
    </fieldset>
    <button>Add it</button>
  </form>
</section>
{{/NEW}}
<h2>Addresses</h2>
<form method="get" action="/admin/settings/webhooks" class="inline-form" role="search" aria-label="Addresses">
  <div><label for="q">Part of the address</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>There is no such address. The form above adds one.</p></div>{{/NONE}}
{{#ENDPOINT}}
<details class="list-row">
  <summary><span class="break">{{ENDPOINT_URL}}</span> {{#ENDPOINT_ACTIVE}}<span class="badge good">is told</span>{{/ENDPOINT_ACTIVE}}{{#ENDPOINT_PAUSED}}<span class="badge warn">paused</span>{{/ENDPOINT_PAUSED}}</summary>
  <p class="meta">Since {{ENDPOINT_SINCE}}. <a href="/admin/settings/deliveries?endpoint={{ENDPOINT_ID}}">What it was told</a></p>
  <form method="post" action="/admin/settings/webhooks/{{ENDPOINT_ID}}">
    <input type="hidden" name="csrf" value="{{ENDPOINT_CSRF}}">
    <div class="field"><label for="url-{{ENDPOINT_ID}}">Address</label><input id="url-{{ENDPOINT_ID}}" name="url" type="url" value="{{ENDPOINT_URL}}" required maxlength="500"></div>
    <fieldset><legend>It is told when</legend>
    {{#EVENT}}<label class="choice"><input type="checkbox" name="event" value="{{EVENT_VALUE}}"{{#EVENT_TICKED}} checked{{/EVENT_TICKED}}> {{EVENT_NAME}}</label>
    {{/EVENT}}
    </fieldset>
    <div class="row"><button name="act" value="save" class="small">Save</button>{{#ENDPOINT_ACTIVE}} <button name="act" value="pause" class="quiet small">Pause</button>{{/ENDPOINT_ACTIVE}}{{#ENDPOINT_PAUSED}} <button name="act" value="resume" class="quiet small">Go on</button>{{/ENDPOINT_PAUSED}}</div>
  </form>
  <form method="post" action="/admin/settings/webhooks/{{ENDPOINT_ID}}/remove" class="actions"><input type="hidden" name="csrf" value="{{ENDPOINT_CSRF}}"><button class="danger small">Remove it and its deliveries</button></form>
</details>
{{/ENDPOINT}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
