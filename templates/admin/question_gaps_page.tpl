{{%AUTOESCAPE context="HTML"}}
{{! question_gaps_page.tpl - body of GET /admin/conversations/gaps; filled by cgi-bin/admin/question_gaps_page.cpp }}
<h1>What was not understood</h1>
<p>Questions of the last 90 days that the assistant was unsure about, the most frequent first. A synonym at <a href="/admin/search">Search words</a> or a paragraph in the policies often answers many of them. <a href="/admin/conversations/gaps.csv">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>Everything was understood.</p></div>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" role="region" aria-label="Questions" tabindex="0">
<table>
  <thead><tr><th scope="col">Question</th><th scope="col">Times</th><th scope="col">Conversations</th><th scope="col">Taken for</th><th scope="col">Last asked</th></tr></thead>
  <tbody>
  {{#GAP}}<tr><th scope="row"><a href="/admin/conversations/{{GAP_CONVERSATION}}">{{GAP_TEXT}}</a></th><td class="number">{{GAP_TIMES}}</td><td class="number">{{GAP_CONVERSATIONS}}</td><td>{{GAP_INTENT}}</td><td>{{GAP_AT}}</td></tr>
  {{/GAP}}
  </tbody>
</table>
</div>
{{/TABLE}}
