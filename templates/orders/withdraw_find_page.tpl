{{%AUTOESCAPE context="HTML"}}
{{! withdraw_find_page.tpl - body of GET and POST /withdraw; filled by cgi-bin/orders/withdraw_find_page.cpp }}
<div class="narrow">
<h1>Withdraw from an order</h1>
<p class="lead">You changed your mind? Tell us here which order it is about. You need no account, and you need not say why. See <a href="/policies/returns">returns</a> for how long you can.</p>
{{>PROBLEMS}}
<form method="post" action="/withdraw">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <div class="field">
    <label for="number">Order number</label>
    <input id="number" name="number" type="text" inputmode="numeric" autocomplete="off" maxlength="20" required value="{{NUMBER}}"{{#NUMBER_ERROR}} aria-invalid="true" aria-describedby="number-error"{{/NUMBER_ERROR}}>
    {{#NUMBER_ERROR}}<p class="error" id="number-error">{{NUMBER_ERROR_TEXT}}</p>{{/NUMBER_ERROR}}
  </div>
  <div class="field">
    <label for="email">E-mail given with the order</label>
    <input id="email" name="email" type="email" autocomplete="email" maxlength="254" required value="{{EMAIL}}"{{#EMAIL_ERROR}} aria-invalid="true" aria-describedby="email-error"{{/EMAIL_ERROR}}>
    {{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}
  </div>
  <p class="actions"><button>Go on</button></p>
</form>
</div>
