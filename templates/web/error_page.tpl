{{%AUTOESCAPE context="HTML"}}
{{! error_page.tpl - every refusal and failure; filled by cgi-bin/web/dispatch.cpp }}
<div class="empty-state error-page">
  <p class="error-code" aria-hidden="true">{{STATUS}}</p>
  <h1>{{TITLE}}</h1>
  <p>{{TEXT}}</p>
  <p><a class="button" href="/">To the shop</a> <a class="button quiet" href="/chat">Ask the assistant</a></p>
  <p class="hint">If you write to us about this, please name request <code>{{REQUEST_ID}}</code>.</p>
</div>
