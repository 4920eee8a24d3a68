{{%AUTOESCAPE context="HTML"}}
{{! reset_page.tpl - body of GET and POST /password/reset; filled by cgi-bin/accounts/reset_page.cpp }}
<div class="narrow">
<h1>Choose a new password</h1>
<p>For the account <strong>{{USERNAME}}</strong>. All devices are logged out when the password changes.</p>
{{>PROBLEMS}}
<form method="post" action="/password/reset" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="key" value="{{KEY}}">
<div class="field">
  <label for="password">New password</label>
  <p class="hint" id="password-hint">At least 8 characters. A few random words are good.</p>
  <input id="password" name="password" type="password" autocomplete="new-password" required minlength="8" maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-hint password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="field">
  <label for="again">New password again</label>
  <input id="again" name="again" type="password" autocomplete="new-password" required maxlength="200"{{#AGAIN_ERROR}} aria-invalid="true" aria-describedby="again-error"{{/AGAIN_ERROR}}>
  {{#AGAIN_ERROR}}<p class="error" id="again-error">{{AGAIN_ERROR_TEXT}}</p>{{/AGAIN_ERROR}}
</div>
<div class="actions"><button>Set the password</button></div>
</form>
</div>
