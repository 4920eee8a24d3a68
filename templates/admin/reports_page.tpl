{{%AUTOESCAPE context="HTML"}}
{{! reports_page.tpl - body of GET /admin/reports; filled by cgi-bin/admin/reports_page.cpp }}
<h1>Reports</h1>
<form method="get" action="/admin/reports" class="inline-form" aria-label="Period">
  <div><label for="from">From</label><input id="from" name="from" type="date" value="{{FROM}}" required></div>
  <div><label for="to">To</label><input id="to" name="to" type="date" value="{{TO}}" required></div>
  <button>Show</button>
</form>
<p class="row">{{#SPAN}}<a href="{{SPAN_URL}}">{{SPAN_DAYS}} days</a> {{/SPAN}}</p>
{{#WRONG}}<p class="warning" role="alert">{{WRONG_TEXT}}</p>{{/WRONG}}
<p class="lead">{{FIRST}} to {{LAST}}, compared with {{BEFORE_FIRST}} to {{BEFORE_LAST}}.</p>
<ul class="tiles">
{{#TILE}}<li class="tile"><strong>{{TILE_NUMBER}}</strong> {{TILE_WORDS}}<br><span class="meta">before {{TILE_BEFORE}}{{#TILE_CHANGE}}, {{TILE_CHANGE_TEXT}}{{/TILE_CHANGE}}</span></li>
{{/TILE}}
</ul>
<p class="hint">Cancelled and returned orders are no revenue, and neither is what was refunded.</p>
{{#REPORT}}
<section class="panel" aria-labelledby="{{REPORT_NAME}}">
<h2 id="{{REPORT_NAME}}">{{REPORT_TITLE}}</h2>
<p class="hint">{{REPORT_HINT}}</p>
{{#REPORT_EMPTY}}<p>Nothing in this period.</p>{{/REPORT_EMPTY}}
{{#REPORT_FULL}}
<div class="table-wrap" tabindex="0" role="region" aria-label="{{REPORT_TITLE}}: picture">{{>CHART}}</div>
<details><summary>The same as a table</summary>
<div class="table-wrap">
<table class="table">
<thead><tr>{{#HEAD}}<th scope="col"{{#HEAD_NUMBER}} class="number"{{/HEAD_NUMBER}}>{{HEAD_NAME}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr>{{#CELL}}<td{{#CELL_NUMBER}} class="number"{{/CELL_NUMBER}}>{{CELL_TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}
</tbody>
</table>
</div>
</details>
{{/REPORT_FULL}}
<p><a href="{{REPORT_FILE}}">Download as CSV</a></p>
</section>
{{/REPORT}}
