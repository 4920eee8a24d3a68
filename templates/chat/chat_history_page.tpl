{{%AUTOESCAPE context="HTML"}}
{{! chat_history_page.tpl - body of GET /chat/history; filled by cgi-bin/chat/chat_history_page.cpp }}
<div class="section-head"><h1>Your conversations</h1> <a href="/chat">Ask something</a></div>
{{#NONE}}<div class="empty-state"><p>You have not asked the assistant anything yet.</p><p><a class="button" href="/chat">Ask something</a></p></div>{{/NONE}}
{{#SOME}}
<div class="table-wrap">
<table class="table stacks">
  <thead><tr><th scope="col">Conversation</th><th scope="col" class="number">Messages</th><th scope="col">Last message</th><th scope="col">Put away</th></tr></thead>
  <tbody>
  {{#CONVERSATION}}
  <tr>
    <td data-label="Conversation"><a href="/chat/{{CONVERSATION_ID}}">{{CONVERSATION_TITLE}}</a>{{#COMPLETED}} <span class="badge">ended</span>{{/COMPLETED}}{{#ARCHIVED}} <span class="badge">archived</span>{{/ARCHIVED}}</td>
    <td data-label="Messages" class="number">{{CONVERSATION_MESSAGES}}</td>
    <td data-label="Last message"><time datetime="{{CONVERSATION_ISO}}">{{CONVERSATION_TIME}}</time></td>
    <td data-label="Put away"><div class="row">
      {{#CAN_ARCHIVE}}<form method="post" action="/chat/{{CONVERSATION_ID}}/archive"><input type="hidden" name="csrf" value="{{CONVERSATION_CSRF}}"><button class="quiet small">Archive<span class="visually-hidden"> “{{CONVERSATION_TITLE}}”</span></button></form>{{/CAN_ARCHIVE}}
      <form method="post" action="/chat/{{CONVERSATION_ID}}/delete"><input type="hidden" name="csrf" value="{{CONVERSATION_CSRF}}"><button class="quiet small danger">Delete<span class="visually-hidden"> “{{CONVERSATION_TITLE}}”</span></button></form>
    </div></td>
  </tr>
  {{/CONVERSATION}}
  </tbody>
</table>
</div>
{{/SOME}}
{{#OLDER}}<p><a href="/chat/history?after={{OLDER_AFTER}}">Older conversations</a></p>{{/OLDER}}
