{{%AUTOESCAPE context="HTML"}}
{{! register_page.tpl - body of GET and POST /register; filled by cgi-bin/accounts/register_page.cpp }}
<div class="narrow">
<h1>Register</h1>
<p class="lead">An account keeps your orders, favorites and conversations. Only three fields are needed.</p>
{{>PROBLEMS}}
<form method="post" action="/register" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="next" value="{{NEXT}}">
<fieldset>
<legend>To log in</legend>
<div class="field">
  <label for="username">User name</label>
  <p class="hint" id="username-hint">3 to 40 letters, digits, dots, dashes or underscores.</p>
  <input id="username" name="username" type="text" value="{{USERNAME}}" autocomplete="username" required maxlength="40" spellcheck="false" autocapitalize="none"{{#USERNAME_ERROR}} aria-invalid="true" aria-describedby="username-hint username-error"{{/USERNAME_ERROR}}>
  {{#USERNAME_ERROR}}<p class="error" id="username-error">{{USERNAME_ERROR_TEXT}}</p>{{/USERNAME_ERROR}}
</div>
<div class="field">
  <label for="email">E-mail address</label>
  <input id="email" name="email" type="email" value="{{EMAIL}}" autocomplete="email" required maxlength="254"{{#EMAIL_ERROR}} aria-invalid="true" aria-describedby="email-error"{{/EMAIL_ERROR}}>
  {{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}
</div>
<div class="field">
  <label for="password">Password</label>
  <p class="hint" id="password-hint">At least 8 characters. A few random words are good.</p>
  <input id="password" name="password" type="password" autocomplete="new-password" required minlength="8" maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-hint password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
</fieldset>
<fieldset>
<legend>About you</legend>
<div class="field-row">
<div class="field">
  <label for="first_name">First name <span class="optional">(optional)</span></label>
  <input id="first_name" name="first_name" type="text" value="{{FIRST_NAME}}" autocomplete="given-name" maxlength="100"{{#FIRST_NAME_ERROR}} aria-invalid="true" aria-describedby="first_name-error"{{/FIRST_NAME_ERROR}}>
  {{#FIRST_NAME_ERROR}}<p class="error" id="first_name-error">{{FIRST_NAME_ERROR_TEXT}}</p>{{/FIRST_NAME_ERROR}}
</div>
<div class="field">
  <label for="last_name">Last name <span class="optional">(optional)</span></label>
  <input id="last_name" name="last_name" type="text" value="{{LAST_NAME}}" autocomplete="family-name" maxlength="100"{{#LAST_NAME_ERROR}} aria-invalid="true" aria-describedby="last_name-error"{{/LAST_NAME_ERROR}}>
  {{#LAST_NAME_ERROR}}<p class="error" id="last_name-error">{{LAST_NAME_ERROR_TEXT}}</p>{{/LAST_NAME_ERROR}}
</div>
</div>
<div class="field">
  <label for="phone">Phone <span class="optional">(optional)</span></label>
  <input id="phone" name="phone" type="tel" value="{{PHONE}}" autocomplete="tel" maxlength="40"{{#PHONE_ERROR}} aria-invalid="true" aria-describedby="phone-error"{{/PHONE_ERROR}}>
  {{#PHONE_ERROR}}<p class="error" id="phone-error">{{PHONE_ERROR_TEXT}}</p>{{/PHONE_ERROR}}
</div>
<div class="field-row">
<div class="field">
  <label for="city">City <span class="optional">(optional)</span></label>
  <input id="city" name="city" type="text" value="{{CITY}}" autocomplete="address-level2" maxlength="100"{{#CITY_ERROR}} aria-invalid="true" aria-describedby="city-error"{{/CITY_ERROR}}>
  {{#CITY_ERROR}}<p class="error" id="city-error">{{CITY_ERROR_TEXT}}</p>{{/CITY_ERROR}}
</div>
<div class="field">
  <label for="country">Country <span class="optional">(optional)</span></label>
  <select id="country" name="country" autocomplete="country"{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}>
    <option value="">Please choose</option>
    {{>COUNTRIES}}
  </select>
  {{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}
</div>
</div>
</fieldset>
<div class="actions"><button>Register</button> <a href="/login">I have an account</a></div>
</form>
</div>
