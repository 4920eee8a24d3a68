{{%AUTOESCAPE context="HTML"}}
{{! login_code_page.tpl - the second step of a log-in, POST /login and /login/code; filled by cgi-bin/accounts/login_code_page.cpp }}
<div class="narrow">
<h1>Your code</h1>
<p>Please open your authenticator app and type the six digits that it shows now. Without the app, use one of your recovery codes.</p>
{{>PROBLEMS}}
<form method="post" action="/login/code" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="proof" value="{{PROOF}}">
<input type="hidden" name="next" value="{{NEXT}}">
<div class="field">
  <label for="code">Code</label>
  <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" required maxlength="40" spellcheck="false"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-error"{{/CODE_ERROR}}>
  {{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}
</div>
<div class="actions"><button>Log in</button> <a href="/login">Start again</a></div>
</form>
</div>
