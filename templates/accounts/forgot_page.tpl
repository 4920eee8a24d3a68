{{%AUTOESCAPE context="HTML"}}
{{! forgot_page.tpl - body of GET and POST /password/forgot; filled by cgi-bin/accounts/reset_page.cpp }}
<div class="narrow">
<h1>Forgot your password?</h1>
<p class="lead">Tell us the e-mail address of your account. We send you a link that lets you choose a new password.</p>
{{>PROBLEMS}}
<form method="post" action="/password/forgot" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
  <label for="email">E-mail address</label>
  <input id="email" name="email" type="email" value="{{EMAIL}}" autocomplete="email" required maxlength="254"{{#EMAIL_ERROR}} aria-invalid="true" aria-describedby="email-error"{{/EMAIL_ERROR}}>
  {{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}
</div>
<div class="actions"><button>Send the link</button> <a href="/login">Back to log-in</a></div>
</form>
</div>
