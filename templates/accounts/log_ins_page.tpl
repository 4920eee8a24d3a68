{{%AUTOESCAPE context="HTML"}}
{{! log_ins_page.tpl - body of GET /account/log-ins; filled by cgi-bin/accounts/log_ins_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/account">Your account</a></li><li aria-current="page">Log-ins</li></ol></nav>
<h1 id="head">Where you are logged in</h1>
<p>Is there one that you do not know? Log it out and <a href="/account/password">change your password</a>.</p>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="head">
<table class="table stacks">
  <thead><tr><th scope="col">Logged in</th><th scope="col">Browser</th><th scope="col">Address</th><th scope="col">Log out</th></tr></thead>
  <tbody>
  {{#LOG_IN}}<tr><th scope="row" data-label="Logged in">{{LOG_IN_AT}} {{#LOG_IN_THIS}}<span class="badge good">this device</span>{{/LOG_IN_THIS}}</th><td data-label="Browser">{{LOG_IN_BROWSER}}</td><td data-label="Address">{{LOG_IN_ADDRESS}}</td><td data-label="Log out"><form method="post" action="/account/log-ins/end"><input type="hidden" name="csrf" value="{{LOG_IN_CSRF}}"><input type="hidden" name="log_in" value="{{LOG_IN_ID}}"><button class="quiet small">Log out<span class="visually-hidden"> the one of {{LOG_IN_AT}}</span></button></form></td></tr>
  {{/LOG_IN}}
  </tbody>
</table>
</div>
