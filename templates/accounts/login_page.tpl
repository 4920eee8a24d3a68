{{%AUTOESCAPE context="HTML"}}
{{! login_page.tpl - body of GET and POST /login; filled by cgi-bin/accounts/login_page.cpp }}
<div class="narrow">
<h1>Log in</h1>
{{>PROBLEMS}}
<form method="post" action="/login" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{NEXT}}">
<div class="field">
  <label for="login">User name or e-mail address</label>
  <input id="login" name="login" type="text" value="{{LOGIN}}" autocomplete="username" required maxlength="254" spellcheck="false" autocapitalize="none"{{#LOGIN_ERROR}} aria-invalid="true" aria-describedby="login-error"{{/LOGIN_ERROR}}>
  {{#LOGIN_ERROR}}<p class="error" id="login-error">{{LOGIN_ERROR_TEXT}}</p>{{/LOGIN_ERROR}}
</div>
<div class="field">
  <label for="password">Password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="actions"><button>Log in</button> <a href="/register">I am new here</a> <a href="/password/forgot">I forgot my password</a></div>
</form>
</div>
