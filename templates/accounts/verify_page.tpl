{{%AUTOESCAPE context="HTML"}}
{{! verify_page.tpl - body of GET /account/verify; filled by cgi-bin/accounts/verify_page.cpp }}
<div class="narrow">
<h1>Is this your address?</h1>
<p>You opened the link of a letter that we sent you. One more press, and your e-mail address is confirmed.</p>
<form method="post" action="/account/verify" class="actions">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="key" value="{{KEY}}">
<button>Yes, this is my address</button>
</form>
</div>
