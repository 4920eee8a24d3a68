{{%AUTOESCAPE context="HTML"}}
{{! second_factor_page.tpl - body of GET and POST /account/second-factor; filled by cgi-bin/accounts/second_factor_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/account">Your account</a></li><li aria-current="page">Second factor</li></ol></nav>
<div class="narrow">
<h1>Second factor</h1>
{{#NEEDED}}<p class="warning">The shop asks its staff for a second factor: the pages of the shop's administration open when it is set up.</p>{{/NEEDED}}
{{#OFF}}
<p class="lead">With a second factor a stolen password is not enough: logging in also needs a code from an app on your phone.</p>
{{>PROBLEMS}}
<ol class="stack">
<li>Open an authenticator app and add an account by hand with this key: <br><code>{{OFF_SECRET}}</code><br>On a phone, <a href="otpauth://totp/{{OFF_ISSUER}}:{{OFF_USERNAME}}?secret={{OFF_PLAIN_SECRET}}&amp;issuer={{OFF_ISSUER}}">this link</a> opens the app.</li>
<li>Type the six digits that the app shows, and your password.</li>
</ol>
<form method="post" action="/account/second-factor" novalidate>
<input type="hidden" name="csrf" value="{{OFF_CSRF}}">
<input type="hidden" name="secret" value="{{OFF_SIGNED}}">
<div class="field">
  <label for="code">Code</label>
  <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="40"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-error"{{/CODE_ERROR}}>
  {{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}
</div>
<div class="field">
  <label for="password">Your password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="actions"><button>Switch it on</button> <a href="/account">Not now</a></div>
</form>
{{/OFF}}
{{#ON}}
<p class="notice">The second factor is on. Unused recovery codes: {{ON_CODES_LEFT}}.</p>
{{>PROBLEMS}}
<form method="post" action="/account/second-factor/codes" novalidate>
<input type="hidden" name="csrf" value="{{ON_CSRF}}">
<h2>New recovery codes</h2>
<p>The earlier ones are worth nothing from then on.</p>
<div class="field">
  <label for="password">Your password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="actions"><button class="quiet">Make new codes</button></div>
</form>
<form method="post" action="/account/second-factor/off" novalidate>
<input type="hidden" name="csrf" value="{{ON_CSRF}}">
<h2>Switch it off</h2>
<div class="field">
  <label for="code">Code of the app, or a recovery code</label>
  <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="40"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-error"{{/CODE_ERROR}}>
  {{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}
</div>
<div class="field">
  <label for="off-password">Your password</label>
  <input id="off-password" name="password" type="password" autocomplete="current-password" required maxlength="200">
</div>
<div class="actions"><button class="danger">Switch it off</button></div>
</form>
{{/ON}}
</div>
