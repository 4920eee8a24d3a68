{{%AUTOESCAPE context="HTML"}}
{{! policies_page.tpl - body of GET /admin/settings/policies; filled by cgi-bin/admin/policies_page.cpp }}
<h1>Policies</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies" aria-current="page">Policies</a></li><li><a href="/admin/settings/keys">API keys</a></li><li><a href="/admin/settings/webhooks">Webhooks</a></li></ul></nav>
<p class="lead">What the shop promises. Visitors read it, and the assistant cites it.</p>
<ul class="plain-list stack">{{#POLICY}}<li><a href="/admin/settings/policies/{{POLICY_SLUG}}">{{POLICY_TITLE}}</a></li>{{/POLICY}}</ul>
