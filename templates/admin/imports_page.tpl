{{%AUTOESCAPE context="HTML"}}
{{! imports_page.tpl - body of GET /admin/imports; filled by cgi-bin/admin/imports_page.cpp }}
<h1>CSV files</h1>
<div class="columns two">
<section class="panel" aria-labelledby="in-head">
  <h2 id="in-head">Read a file in</h2>
  <p class="hint">You see first what it would change. With commas, semicolons or tabs, in UTF-8, UTF-16 or as Windows writes it, 8 MB at most; larger files by the tool.</p>
  <form method="post" action="/admin/imports" enctype="multipart/form-data">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field"><label for="kind">It holds</label><select id="kind" name="kind">{{#KIND}}<option value="{{KIND_VALUE}}">{{KIND_NAME}}</option>{{/KIND}}</select></div>
    <div class="field"><label for="file">File</label><input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" required></div>
    <button>Show what it changes</button>
  </form>
</section>
<section class="panel" aria-labelledby="out-head">
  <h2 id="out-head">Take a file away</h2>
  <p class="hint">Change such a file and read it in again; a column that is missing changes nothing.</p>
  <dl>
  {{#FILE}}<dt><a href="{{FILE_URL}}">{{FILE_NAME}}</a></dt><dd class="hint">{{FILE_HINT}}</dd>
  {{/FILE}}
  </dl>
</section>
</div>
<h2 id="list-head">What was read in</h2>
<form method="get" action="/admin/imports" class="inline-form" role="search" aria-label="Imports">
  <div><label for="q">File or who brought it</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="200"></div>
  <button>Search</button>
</form>
<p><a href="{{LIST_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>Nothing was read in that fits. Take a file away above, change it, and read it in again.</p></div>{{/NONE}}
{{#LIST}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="list-head">
<table class="table stacks">
  <thead><tr><th scope="col">File</th><th scope="col">Holds</th><th scope="col">When</th><th scope="col">Who</th><th scope="col" class="number">New</th><th scope="col" class="number">Changed</th><th scope="col" class="number">Left out</th><th scope="col">Undo</th></tr></thead>
  <tbody>
  {{#IMPORT}}<tr><th scope="row" data-label="File">{{IMPORT_FILE}}</th><td data-label="Holds">{{IMPORT_KIND}}</td><td data-label="When">{{IMPORT_AT}}</td><td data-label="Who">{{IMPORT_WHO}}</td><td data-label="New" class="number">{{IMPORT_CREATED}}</td><td data-label="Changed" class="number">{{IMPORT_CHANGED}}</td><td data-label="Left out" class="number">{{IMPORT_BAD}}</td><td data-label="Undo">{{#IMPORT_UNDONE}}<span class="badge">undone {{IMPORT_UNDONE_AT}}</span>{{/IMPORT_UNDONE}}{{#IMPORT_UNDO}}<form method="post" action="/admin/imports/{{IMPORT_ID}}/undo"><input type="hidden" name="csrf" value="{{IMPORT_UNDO_CSRF}}"><button class="danger small">Undo<span class="visually-hidden"> {{IMPORT_FILE}}</span></button></form>{{/IMPORT_UNDO}}</td></tr>
  {{/IMPORT}}
  </tbody>
</table>
</div>
{{/LIST}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
