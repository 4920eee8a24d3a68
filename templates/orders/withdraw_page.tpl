{{%AUTOESCAPE context="HTML"}}
{{! withdraw_page.tpl - body of GET and POST /order/{id}/withdraw; filled by cgi-bin/orders/withdraw_page.cpp }}
<div class="narrow">
<h1>Withdraw from order {{NUMBER}}</h1>
{{#BACK}}<p><a href="{{BACK_URL}}">Back to the order</a></p>{{/BACK}}
{{>PROBLEMS}}
{{#LATE}}<p class="warning">The time to send something back ended on {{LATE_DAY}}. If something is faulty, the <a href="/policies/returns">warranty</a> still holds: please contact us.</p>{{/LATE}}
{{#ENDED}}<p class="notice">There is nothing left of this order that could go back.</p>{{/ENDED}}
{{#FORM}}
<p class="lead">Step 1 of 2: what goes back?{{#UNTIL}} You can do this until {{UNTIL_DAY}}.{{/UNTIL}}</p>
{{#WHOLE}}<p class="notice">Not all of this order is sent yet, so you withdraw from the whole of it.</p>{{/WHOLE}}
<form method="post" action="/order/{{FORM_ID}}/withdraw">
  <input type="hidden" name="csrf" value="{{FORM_CSRF}}">
  <input type="hidden" name="key" value="{{FORM_KEY}}">
  {{#LINE}}
  {{#CHOICE}}<div class="field"><label for="pieces-{{CHOICE_ID}}">{{LINE_NAME}} <span class="optional">(pieces, at most {{CHOICE_MOST}})</span></label><input class="pieces" id="pieces-{{CHOICE_ID}}" name="pieces-{{CHOICE_ID}}" type="number" min="0" max="{{CHOICE_MOST}}" required value="{{CHOICE_PIECES}}"></div>{{/CHOICE}}
  {{#FIXED}}<p><input type="hidden" name="pieces-{{FIXED_ID}}" value="{{FIXED_PIECES}}">{{FIXED_PIECES}} × {{LINE_NAME}}</p>{{/FIXED}}
  {{/LINE}}
  <div class="field">
    <label for="reason">Reason <span class="optional">(optional)</span></label>
    <input id="reason" name="reason" type="text" maxlength="300" autocomplete="off" value="{{FORM_REASON}}"{{#REASON_ERROR}} aria-invalid="true" aria-describedby="reason-error"{{/REASON_ERROR}}>
    {{#REASON_ERROR}}<p class="error" id="reason-error">{{REASON_ERROR_TEXT}}</p>{{/REASON_ERROR}}
  </div>
  <p class="actions"><button>Go on</button></p>
</form>
{{/FORM}}
</div>
