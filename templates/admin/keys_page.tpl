{{%AUTOESCAPE context="HTML"}}
{{! keys_page.tpl - body of GET and POST /admin/settings/keys; filled by cgi-bin/admin/keys_page.cpp }}
<h1>API keys</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li><li><a href="/admin/settings/keys" aria-current="page">API keys</a></li><li><a href="/admin/settings/webhooks">Webhooks</a></li></ul></nav>
<p>Other programs use the shop with a key instead of a password. What they can do stands at <a href="/docs">the description of the API</a>.</p>
{{#MADE}}
<section class="panel" aria-labelledby="made-head">
  <h2 id="made-head">The key “{{MADE_NAME}}”</h2>
  <p>Copy it now: it is shown this once, and the shop itself does not keep it.</p>
  <p><code class="break">{{MADE_SECRET}}</code></p>
</section>
{{/MADE}}
{{>PROBLEMS}}
<section class="panel narrow" aria-labelledby="new-head">
  <h2 id="new-head">New key</h2>
  <form method="post" action="/admin/settings/keys" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field"><label for="name">What it is for</label><input id="name" name="name" type="text" value="{{NAME}}" required maxlength="100" autocomplete="off"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>{{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
    <fieldset><legend>What it may see</legend>
    {{#MAY}}<label class="choice"><input type="checkbox" name="permission" value="{{MAY_VALUE}}"{{#MAY_TICKED}} checked{{/MAY_TICKED}}> {{MAY_NAME}}</label>
    {{/MAY}}
    </fieldset>
    <label class="choice"><input type="checkbox" name="may_write" value="yes"{{#WRITES}} checked{{/WRITES}}> It may change what it may see</label>
    <div class="field"><label for="days">Ends after so many days <span class="optional">(optional)</span></label><input id="days" name="days" type="text" inputmode="numeric" value="{{DAYS}}" maxlength="4"{{#DAYS_ERROR}} aria-invalid="true" aria-describedby="days-error"{{/DAYS_ERROR}}>{{#DAYS_ERROR}}<p class="error" id="days-error">{{DAYS_ERROR_TEXT}}</p>{{/DAYS_ERROR}}</div>
    <button>Make the key</button>
  </form>
</section>
<h2 id="keys-head">Keys, the newest first</h2>
<form method="get" action="/admin/settings/keys" class="inline-form" role="search" aria-label="Keys">
  <div><label for="q">Name, first letters or maker</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>There is no such key. The form above makes one.</p></div>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="keys-head">
<table class="table stacks">
  <thead><tr><th scope="col">Key</th><th scope="col">Begins with</th><th scope="col">May</th><th scope="col">Made</th><th scope="col">Ends</th><th scope="col">Last used</th><th scope="col">State</th></tr></thead>
  <tbody>
  {{#KEY}}<tr><th scope="row" data-label="Key">{{KEY_NAME}}</th><td data-label="Begins with"><code>{{KEY_PREFIX}}…</code></td><td data-label="May"><span>{{KEY_WRITES}}: {{KEY_MAY}}</span></td><td data-label="Made"><span>{{KEY_MADE}} by {{KEY_MAKER}}</span></td><td data-label="Ends">{{KEY_ENDS}}</td><td data-label="Last used">{{KEY_USED}}</td><td data-label="State"><div><span class="badge">{{KEY_STATE}}</span>{{#KEY_REVOKE}}<form method="post" action="/admin/settings/keys/{{KEY_REVOKE_ID}}/revoke"><input type="hidden" name="csrf" value="{{KEY_REVOKE_CSRF}}"><button class="danger small">Revoke<span class="visually-hidden"> {{KEY_NAME}}</span></button></form>{{/KEY_REVOKE}}</div></td></tr>
  {{/KEY}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Older keys</a></li></ul></nav>{{/MORE}}
