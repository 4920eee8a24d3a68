{{%AUTOESCAPE context="HTML"}}
{{! pay_page.tpl - body of GET and POST /order/{id}/pay; filled by cgi-bin/orders/pay_page.cpp }}
<div class="narrow">
<h1>Pay order {{NUMBER}}</h1>
<p class="lead">{{TOTAL}} are open.</p>
{{>PROBLEMS}}
<form method="post" action="/order/{{ID}}/pay">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="key" value="{{KEY}}">
  <input type="hidden" name="payment_token" value="{{PAYMENT_TOKEN}}">
  <fieldset id="payment"{{#PAYMENT_ERROR}} aria-describedby="payment-error"{{/PAYMENT_ERROR}}>
    <legend>Payment</legend>
    {{#PAYMENT_ERROR}}<p class="error" id="payment-error">{{PAYMENT_ERROR_TEXT}}</p>{{/PAYMENT_ERROR}}
    {{#PAYMENT}}<label class="choice"><input type="radio" name="payment" value="{{PAYMENT_CODE}}"{{#PAYMENT_CHOSEN}} checked{{/PAYMENT_CHOSEN}}> {{PAYMENT_NAME}}</label>{{/PAYMENT}}
  </fieldset>
  {{>CARD}}
  <p class="actions"><button>Pay {{TOTAL}}</button> <a class="button quiet" href="/order/{{ID}}{{#KEYED}}?key={{KEYED_TEXT}}{{/KEYED}}">Back to the order</a></p>
</form>
</div>
