{{%AUTOESCAPE context="HTML"}}
{{! checkout_page.tpl - body of GET and POST /checkout; filled by cgi-bin/orders/checkout_page.cpp }}
<h1>Checkout</h1>
{{>PROBLEMS}}
{{#HITCH}}<div class="warning" role="alert">{{#HITCH_LINE}}<p>{{HITCH_LINE_TEXT}}</p>{{/HITCH_LINE}}</div>{{/HITCH}}
<form method="post" action="/checkout" class="columns main-side">
<div>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="checkout_token" value="{{CHECKOUT_TOKEN}}">
  <input type="hidden" name="total_cents" value="{{TOTAL_CENTS}}">
  {{#GUEST}}<p class="lead">You can order without an account, or <a href="/login?next=/checkout">log in</a> first.</p>{{/GUEST}}
  <fieldset>
    <legend>Where it goes</legend>
    <div class="field">
      <label for="email">E-mail</label>
      <p class="hint" id="email-hint">You find your order again by it.</p>
      <input id="email" name="email" type="email" autocomplete="email" maxlength="254" required value="{{EMAIL}}"{{#EMAIL_ERROR}} aria-invalid="true"{{/EMAIL_ERROR}} aria-describedby="email-hint{{#EMAIL_ERROR}} email-error{{/EMAIL_ERROR}}">
      {{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}
    </div>
    <div class="field">
      <label for="name">Name</label>
      <input id="name" name="name" type="text" autocomplete="name" maxlength="100" required value="{{NAME}}"{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>
      {{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}
    </div>
    <div class="field">
      <label for="street">Street and number</label>
      <input id="street" name="street" type="text" autocomplete="address-line1" maxlength="200" required value="{{STREET}}"{{#STREET_ERROR}} aria-invalid="true" aria-describedby="street-error"{{/STREET_ERROR}}>
      {{#STREET_ERROR}}<p class="error" id="street-error">{{STREET_ERROR_TEXT}}</p>{{/STREET_ERROR}}
    </div>
    <div class="field-row">
      <div class="field">
        <label for="postal_code">Postal code <span class="optional">where there is one</span></label>
        <input id="postal_code" name="postal_code" type="text" autocomplete="postal-code" maxlength="20" value="{{POSTAL_CODE}}"{{#POSTAL_CODE_ERROR}} aria-invalid="true" aria-describedby="postal_code-error"{{/POSTAL_CODE_ERROR}}>
        {{#POSTAL_CODE_ERROR}}<p class="error" id="postal_code-error">{{POSTAL_CODE_ERROR_TEXT}}</p>{{/POSTAL_CODE_ERROR}}
      </div>
      <div class="field">
        <label for="city">City</label>
        <input id="city" name="city" type="text" autocomplete="address-level2" maxlength="100" required value="{{CITY}}"{{#CITY_ERROR}} aria-invalid="true" aria-describedby="city-error"{{/CITY_ERROR}}>
        {{#CITY_ERROR}}<p class="error" id="city-error">{{CITY_ERROR_TEXT}}</p>{{/CITY_ERROR}}
      </div>
    </div>
    <div class="field">
      <label for="country">Country</label>
      <select id="country" name="country" autocomplete="country" required{{#COUNTRY_ERROR}} aria-invalid="true" aria-describedby="country-error"{{/COUNTRY_ERROR}}><option value="">Please choose</option>{{>COUNTRIES}}</select>
      {{#COUNTRY_ERROR}}<p class="error" id="country-error">{{COUNTRY_ERROR_TEXT}}</p>{{/COUNTRY_ERROR}}
    </div>
    <div class="field">
      <label for="phone">Phone <span class="optional">optional</span></label>
      <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" value="{{PHONE}}"{{#PHONE_ERROR}} aria-invalid="true" aria-describedby="phone-error"{{/PHONE_ERROR}}>
      {{#PHONE_ERROR}}<p class="error" id="phone-error">{{PHONE_ERROR_TEXT}}</p>{{/PHONE_ERROR}}
    </div>
  </fieldset>
  <fieldset id="shipping"{{#SHIPPING_ERROR}} aria-describedby="shipping-error"{{/SHIPPING_ERROR}}>
    <legend>Shipping</legend>
    {{#SHIPPING_ERROR}}<p class="error" id="shipping-error">{{SHIPPING_ERROR_TEXT}}</p>{{/SHIPPING_ERROR}}
    {{>SHIPPING_CHOICES}}
    <p class="actions"><button class="quiet small" name="update" value="1" formnovalidate>Update totals</button></p>
    <p class="hint">Country and shipping change the total: press this to see it.</p>
  </fieldset>
  {{>PAYMENT_CHOICES}}
</div>
<aside class="panel side-sticky" aria-labelledby="summary-head">
  <h2 id="summary-head">Your order</h2>
  <dl class="totals">
    {{#LINE}}<dt>{{LINE_PIECES}} × {{LINE_NAME}}</dt><dd>{{LINE_TOTAL}}</dd>{{/LINE}}
  </dl>
  {{>TOTALS}}
  <p class="actions"><button class="wide">Place order for {{TOTAL_TEXT}}</button></p>
  <p class="hint"><a href="/cart">Back to the cart</a></p>
</aside>
</form>
