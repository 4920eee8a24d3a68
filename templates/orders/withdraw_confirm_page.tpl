{{%AUTOESCAPE context="HTML"}}
{{! withdraw_confirm_page.tpl - body of POST /order/{id}/withdraw; filled by cgi-bin/orders/withdraw_page.cpp }}
<div class="narrow">
<h1>Withdraw from order {{NUMBER}}</h1>
<p class="lead">Step 2 of 2: is this right? Nothing is announced yet.</p>
<form method="post" action="/order/{{ID}}/withdraw/confirm" class="panel">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="key" value="{{KEY}}">
  <input type="hidden" name="token" value="{{TOKEN}}">
  <input type="hidden" name="reason" value="{{REASON}}">
  <p>I withdraw from the purchase of</p>
  <ul>{{#LINE}}<li><input type="hidden" name="pieces-{{LINE_ID}}" value="{{LINE_PIECES}}">{{LINE_PIECES}} × {{LINE_NAME}}</li>{{/LINE}}</ul>
  {{#WHY}}<p>Reason: {{WHY_TEXT}}</p>{{/WHY}}
  <p class="row"><button>Confirm the withdrawal</button> <a class="button quiet" href="{{BACK}}">Change it</a></p>
</form>
</div>
