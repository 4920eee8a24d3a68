{{%AUTOESCAPE context="HTML"}}
{{! password_page.tpl - body of GET and POST /account/password; filled by cgi-bin/accounts/password_page.cpp }}
<div class="narrow">
<h1>Change password</h1>
<p>All other devices are logged out when the password changes.</p>
{{>PROBLEMS}}
<form method="post" action="/account/password" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
  <label for="old_password">Present password</label>
  <input id="old_password" name="old_password" type="password" autocomplete="current-password" required maxlength="200"{{#OLD_PASSWORD_ERROR}} aria-invalid="true" aria-describedby="old_password-error"{{/OLD_PASSWORD_ERROR}}>
  {{#OLD_PASSWORD_ERROR}}<p class="error" id="old_password-error">{{OLD_PASSWORD_ERROR_TEXT}}</p>{{/OLD_PASSWORD_ERROR}}
</div>
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
<div class="actions"><button>Change password</button> <a href="/account">Cancel</a></div>
</form>
</div>
