{{%AUTOESCAPE context="HTML"}}
{{! admin_conversation_page.tpl - body of GET /admin/conversations/{id}; filled by cgi-bin/admin/admin_conversation_page.cpp }}
<p><a href="/admin/conversations">All conversations</a></p>
<h1>{{TITLE}}</h1>
<p class="meta">{{CUSTOMER}} <span class="badge">{{STATUS_NAME}}</span>{{#TAKEN}} {{TAKEN_BY}} answers instead of the assistant.{{/TAKEN}}</p>
{{#EARLIER}}<p><a href="{{EARLIER_URL}}">Earlier messages</a></p>{{/EARLIER}}
<div class="stack">
{{#MESSAGE}}
<article class="panel" id="message-{{MESSAGE_SEQUENCE}}">
  <p class="meta"><strong>{{MESSAGE_SENDER}}</strong>, {{MESSAGE_AT}}</p>
  <p class="as-typed">{{MESSAGE_TEXT:pre_escape}}</p>
  {{#REACTION}}<p><span class="badge">{{REACTION_NAME}}</span></p>{{/REACTION}}
  {{#KNOWN}}<p class="meta">Understood as {{KNOWN_INTENT}}, {{KNOWN_PERCENT}} % sure, {{KNOWN_ENGINE}}, {{KNOWN_MS}} ms{{#KNOWN_MODEL}}, language model: {{KNOWN_OUTCOME}}{{/KNOWN_MODEL}}</p>
  {{#FACTS}}<details><summary>What it rests on</summary><ul>{{#FACT}}<li>{{FACT_TEXT}}</li>{{/FACT}}</ul></details>{{/FACTS}}{{/KNOWN}}
</article>
{{/MESSAGE}}
{{#MAY_ANSWER}}
<form method="post" action="/admin/conversations/{{ID}}/answer" class="panel">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <div class="field"><label for="text">Your answer</label><textarea id="text" name="text" rows="4" maxlength="2000" required></textarea></div>
  <p class="row"><button>Send</button></p>
</form>
<form method="post" action="/admin/conversations/{{ID}}/hand-back" class="row">
  <input type="hidden" name="csrf" value="{{CSRF}}"><button class="small">Hand back to the assistant</button>
</form>
{{/MAY_ANSWER}}
{{#MAY_TAKE}}
<form method="post" action="/admin/conversations/{{ID}}/take" class="row">
  <input type="hidden" name="csrf" value="{{CSRF}}"><button class="small">Take over: answer it myself</button>
</form>
{{/MAY_TAKE}}
</div>
