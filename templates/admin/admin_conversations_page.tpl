{{%AUTOESCAPE context="HTML"}}
{{! admin_conversations_page.tpl - body of GET /admin/conversations; filled by cgi-bin/admin/admin_conversations_page.cpp }}
<h1>Conversations</h1>
<form method="get" action="/admin/conversations" class="panel">
  <div class="field-row">
    <div class="field"><label for="status">Status</label><select id="status" name="status"><option value="">All</option>{{#STATUS}}<option value="{{STATUS_CODE}}"{{#STATUS_CHOSEN}} selected{{/STATUS_CHOSEN}}>{{STATUS_NAME}}</option>{{/STATUS}}</select></div>
    <div class="field"><label for="q">Words in a message</label><input id="q" name="q" type="search" value="{{WORDS}}" maxlength="100"></div>
  </div>
  <p class="row"><button class="small">Show</button> <a href="/admin/conversations">Reset</a> <a href="{{FILE_URL}}">As CSV</a> <a href="/admin/conversations/gaps">What was not understood</a> <a href="/admin/conversations/starters">Beginnings</a></p>
</form>
{{#NONE}}<div class="empty-state"><p>There is no conversation like that.</p></div>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" role="region" aria-label="Conversations" tabindex="0">
<table class="table stacks">
  <thead><tr><th scope="col">Begins with</th><th scope="col">Customer</th><th scope="col">Status</th><th scope="col" class="number">Messages</th><th scope="col" class="number">Unsure answers</th><th scope="col" class="number">Not helpful</th><th scope="col">Last message</th></tr></thead>
  <tbody>
  {{#CONVERSATION}}<tr><th scope="row" data-label="Begins with"><a href="/admin/conversations/{{CONVERSATION_ID}}">{{CONVERSATION_TITLE}}</a></th><td data-label="Customer">{{CONVERSATION_CUSTOMER}}</td><td data-label="Status"><span class="badge">{{CONVERSATION_STATUS}}</span>{{#CONVERSATION_PERSON}} <span class="badge bad">wants a person</span>{{/CONVERSATION_PERSON}}</td><td data-label="Messages" class="number">{{CONVERSATION_MESSAGES}}</td><td data-label="Unsure answers" class="number">{{CONVERSATION_UNSURE}}</td><td data-label="Not helpful" class="number">{{CONVERSATION_DISLIKED}}</td><td data-label="Last message">{{CONVERSATION_AT}}</td></tr>
  {{/CONVERSATION}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
