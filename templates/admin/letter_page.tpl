{{%AUTOESCAPE context="HTML"}}
{{! letter_page.tpl - body of GET /admin/mail/{id}; filled by cgi-bin/admin/letter_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/mail">Letters</a></li><li aria-current="page">{{SUBJECT}}</li></ol></nav>
<h1>{{SUBJECT}}</h1>
<dl class="facts">
  <dt>To</dt><dd>{{RECIPIENT}}</dd>
  <dt>State</dt><dd>{{STATE}}</dd>
  <dt>Written</dt><dd>{{MADE}}</dd>
  <dt>Tries</dt><dd>{{ATTEMPTS}}</dd>
  {{#SENT_AT}}<dt>Sent</dt><dd>{{SENT_AT_TEXT}}</dd>{{/SENT_AT}}
  {{#NEXT_TRY}}<dt>Next try</dt><dd>{{NEXT_TRY_TEXT}}</dd>{{/NEXT_TRY}}
  {{#ERROR}}<dt>Last problem</dt><dd>{{ERROR_TEXT}}</dd>{{/ERROR}}
</dl>
{{#AGAIN}}
<form method="post" action="/admin/mail/again" class="actions">
  <input type="hidden" name="csrf" value="{{AGAIN_CSRF}}">
  <input type="hidden" name="letter" value="{{AGAIN_ID}}">
  <button>Send it again</button>
</form>
{{/AGAIN}}
<div class="panel as-typed">{{TEXT:pre_escape}}</div>
