{{%AUTOESCAPE context="HTML"}}
{{! profile_page.tpl - body of GET and POST /account/edit; filled by cgi-bin/accounts/profile_page.cpp }}
<div class="narrow">
<h1>Your details</h1>
{{>PROBLEMS}}
<form method="post" action="/account/edit" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
  <label for="email">E-mail address</label>
  <input id="email" name="email" type="email" value="{{EMAIL}}" autocomplete="email" required maxlength="254"{{#EMAIL_ERROR}} aria-invalid="true" aria-describedby="email-error"{{/EMAIL_ERROR}}>
  {{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}
</div>
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
<div class="field">
  <label for="street">Street and number <span class="optional">(optional)</span></label>
  <input id="street" name="street" type="text" value="{{STREET}}" autocomplete="address-line1" maxlength="200"{{#STREET_ERROR}} aria-invalid="true" aria-describedby="street-error"{{/STREET_ERROR}}>
  {{#STREET_ERROR}}<p class="error" id="street-error">{{STREET_ERROR_TEXT}}</p>{{/STREET_ERROR}}
</div>
<div class="field-row">
<div class="field">
  <label for="postal_code">Postal code <span class="optional">(optional)</span></label>
  <input id="postal_code" name="postal_code" type="text" value="{{POSTAL_CODE}}" autocomplete="postal-code" maxlength="20"{{#POSTAL_CODE_ERROR}} aria-invalid="true" aria-describedby="postal_code-error"{{/POSTAL_CODE_ERROR}}>
  {{#POSTAL_CODE_ERROR}}<p class="error" id="postal_code-error">{{POSTAL_CODE_ERROR_TEXT}}</p>{{/POSTAL_CODE_ERROR}}
</div>
<div class="field">
  <label for="city">City <span class="optional">(optional)</span></label>
  <input id="city" name="city" type="text" value="{{CITY}}" autocomplete="address-level2" maxlength="100"{{#CITY_ERROR}} aria-invalid="true" aria-describedby="city-error"{{/CITY_ERROR}}>
  {{#CITY_ERROR}}<p class="error" id="city-error">{{CITY_ERROR_TEXT}}</p>{{/CITY_ERROR}}
</div>
</div>
<div class="field">
  <label for="country">Country <span class="optional">(optional)</span></label>
  <select id="country" name="country" autocomplete="country"{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}>
    <option value="">Please choose</option>
    {{>COUNTRIES}}
  </select>
  {{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}
</div>
<div class="field">
  <label for="password">Your password <span class="optional">(optional)</span></label>
  <p class="hint" id="password-hint">Needed only to change the e-mail address.</p>
  <input id="password" name="password" type="password" autocomplete="current-password" maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-hint password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="actions"><button>Save</button> <a href="/account">Cancel</a></div>
</form>
</div>
