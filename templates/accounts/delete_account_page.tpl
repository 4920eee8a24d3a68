{{%AUTOESCAPE context="HTML"}}
{{! delete_account_page.tpl - body of GET and POST /account/delete; filled by cgi-bin/accounts/delete_account_page.cpp }}
<div class="narrow">
<h1>Delete my account</h1>
<p class="lead">This cannot be undone. It happens at once:</p>
<ul>
<li>Your name, address and password are erased.</li>
<li>Your cart, {{FAVORITES}} favorites, {{REVIEWS}} reviews and {{CONVERSATIONS}} conversations are deleted.</li>
{{#OPEN_ORDERS}}<li>{{OPEN_ORDERS_COUNT}} unpaid orders are cancelled.</li>{{/OPEN_ORDERS}}
{{#ON_THE_WAY}}<li>{{ON_THE_WAY_COUNT}} orders on their way keep the delivery address until they have arrived.</li>{{/ON_THE_WAY}}
{{#FINISHED}}<li>{{FINISHED_COUNT}} finished orders stay in the shop's books as bare numbers, without your name.</li>{{/FINISHED}}
</ul>
{{>PROBLEMS}}
<form method="post" action="/account/delete" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field">
  <label for="password">Your password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"{{#PASSWORD_ERROR}} aria-invalid="true" aria-describedby="password-error"{{/PASSWORD_ERROR}}>
  {{#PASSWORD_ERROR}}<p class="error" id="password-error">{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}
</div>
<div class="actions"><button class="danger">Delete my account</button> <a href="/account">Keep it</a></div>
</form>
</div>
