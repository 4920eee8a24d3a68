{{%AUTOESCAPE context="HTML"}}
{{! import_preview_page.tpl - body of GET /admin/imports/{id}; filled by cgi-bin/admin/import_preview_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/imports">CSV files</a></li><li aria-current="page">Preview</li></ol></nav>
<h1>What {{FILE}} would change</h1>
<ul class="tiles">
  <li class="tile"><strong>{{ROWS}}</strong> rows</li>
  <li class="tile"><strong>{{CREATED}}</strong> new</li>
  <li class="tile"><strong>{{CHANGED}}</strong> changed</li>
  <li class="tile"><strong>{{SAME}}</strong> as they are</li>
  <li class="tile"><strong>{{BAD}}</strong> left out</li>
</ul>
{{#NOTHING}}<p class="notice">This file changes nothing.</p>{{/NOTHING}}
{{#APPLY}}
<form method="post" action="/admin/imports/{{APPLY_ID}}/apply" class="row">
  <input type="hidden" name="csrf" value="{{APPLY_CSRF}}"><button>Do it</button> <a href="/admin/imports">Leave it</a>
</form>
{{/APPLY}}
<p class="hint">{{#IGNORED}}Column “{{IGNORED_NAME}}” is passed over. {{/IGNORED}}</p>
{{#PROBLEMS_LIST}}
<h2 id="bad-head">Left out (the first 100)</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="bad-head">
<table class="table"><thead><tr><th scope="col" class="number">Line</th><th scope="col">Why</th></tr></thead>
<tbody>{{#PROBLEM}}<tr><td class="number">{{PROBLEM_LINE}}</td><td>{{PROBLEM_TEXT}}</td></tr>{{/PROBLEM}}</tbody></table>
</div>
{{/PROBLEMS_LIST}}
{{#CHANGES_LIST}}
<h2 id="change-head">Changes (of the first 100 rows)</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="change-head">
<table class="table stacks"><thead><tr><th scope="col" class="number">Line</th><th scope="col">{{SUBJECT}}</th><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>{{#CHANGE}}<tr><td data-label="Line" class="number">{{CHANGE_LINE}}</td><th scope="row" data-label="{{SUBJECT}}">{{CHANGE_SUBJECT}}</th><td data-label="What">{{CHANGE_FIELD}}</td><td data-label="Before">{{CHANGE_BEFORE}}</td><td data-label="After">{{CHANGE_AFTER}}</td></tr>{{/CHANGE}}</tbody></table>
</div>
{{/CHANGES_LIST}}
