{{%AUTOESCAPE context="HTML"}}
{{! recovery_codes_page.tpl - recovery codes, shown once; filled by cgi-bin/accounts/recovery_codes_page.cpp }}
<div class="narrow">
<h1>Your recovery codes</h1>
<p class="lead">The second factor is on. Print these codes or write them down: each one lets you in once when you do not have your phone. They are shown now and never again.</p>
<ul class="panel plain-list stack">{{#CODE}}<li><code>{{CODE_TEXT}}</code></li>{{/CODE}}</ul>
<p><a class="button" href="/account">I have kept them</a></p>
</div>
