{{%AUTOESCAPE context="HTML"}}
{{! personal_data_page.tpl - body of GET /account/data; filled by cgi-bin/accounts/personal_data_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/account">Your account</a></li><li aria-current="page">Your data</li></ol></nav>
<h1>Your data</h1>
<p class="lead">Everything that we store about you, as it is stored. Passwords and codes are kept as hashes only and are left out.</p>
<p><a class="button quiet" href="/account/data.json">Download as JSON</a></p>
{{#TABLE}}
<details class="panel"><summary>{{TABLE_NAME}} ({{TABLE_ROWS}})</summary>
{{#ROW}}<dl class="facts">{{#CELL}}<dt>{{CELL_NAME}}</dt><dd>{{CELL_VALUE}}</dd>{{/CELL}}</dl>
{{/ROW}}
</details>
{{/TABLE}}
