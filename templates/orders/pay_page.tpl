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
  {{>PAYMENT_CHOICES}}
  <p class="actions"><button>Pay {{TOTAL}}</button> <a class="button quiet" href="/order/{{ID}}{{#KEYED}}?key={{KEYED_TEXT}}{{/KEYED}}">Back to the order</a></p>
</form>
</div>
