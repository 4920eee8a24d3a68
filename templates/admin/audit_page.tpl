{{%AUTOESCAPE context="HTML"}}
{{! audit_page.tpl - body of GET /admin/audit; filled by cgi-bin/admin/audit_page.cpp }}
<h1>Audit log</h1>
<p class="lead">What staff changed. Entries can be neither changed nor taken out; <code>audit_check</code> proves it.</p>
<form method="get" action="/admin/audit" class="inline-form" role="search" aria-label="Audit log">
  <div><label for="actor">Who</label><input id="actor" name="actor" type="search" value="{{ACTOR}}" maxlength="60"></div>
  <div><label for="table">Table</label><select id="table" name="table"><option value="">All</option>{{#TABLE}}<option{{#TABLE_CHOSEN}} selected{{/TABLE_CHOSEN}}>{{TABLE_NAME}}</option>{{/TABLE}}</select></div>
  <div><label for="key">Id or name in it</label><input id="key" name="key" value="{{KEY}}" maxlength="100"></div>
  <div><label for="from">From</label><input id="from" name="from" type="date" value="{{FROM}}"></div>
  <div><label for="to">To</label><input id="to" name="to" type="date" value="{{TO}}"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE}}">As CSV</a></p>
{{#NONE}}<p class="empty-state">Nothing was changed like that. <a href="/admin/audit">Show everything</a></p>{{/NONE}}
{{#ENTRY}}
<div class="panel">
<h2 id="entry-{{ENTRY_ID}}">{{ENTRY_ACTOR}} {{ENTRY_ACTION}} {{ENTRY_TABLE}} {{ENTRY_KEY}}</h2>
<p class="meta">Entry {{ENTRY_ID}}, {{ENTRY_AT}}, from {{ENTRY_ADDRESS}}, request {{ENTRY_REQUEST}}, as {{ENTRY_DATABASE_ROLE}}</p>
<div class="table-wrap" tabindex="0" role="region" aria-label="Changes, entry {{ENTRY_ID}}">
<table class="table stacks">
<thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>
{{#CHANGE}}<tr><th scope="row" data-label="What">{{CHANGE_NAME}}</th><td data-label="Before">{{CHANGE_BEFORE}}</td><td data-label="After">{{CHANGE_AFTER}}</td></tr>
{{/CHANGE}}
</tbody>
</table>
</div>
</div>
{{/ENTRY}}
{{#OLDER}}<p class="actions"><a class="button quiet" href="{{OLDER_URL}}">Older entries</a></p>{{/OLDER}}
