{{%AUTOESCAPE context="HTML"}}
{{! _ask.tpl - the form for a question, below the conversation; filled by cgi-bin/chat/chat_view.cpp }}
<form class="ask" id="ask"{{#MEANWHILE}} slot="ask"{{/MEANWHILE}} method="post" action="/chat">
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="conversation" value="{{CONVERSATION}}">
  <label for="question">Your question</label>
  {{#QUESTION_ERROR}}<p class="error" id="question-error">{{QUESTION_ERROR_TEXT}}</p>{{/QUESTION_ERROR}}
  <div class="ask-row">
    <input id="question" name="question" type="text" value="{{QUESTION}}" required maxlength="2000" autocomplete="off"{{#QUESTION_ERROR}} aria-invalid="true" aria-describedby="question-error"{{/QUESTION_ERROR}}>
    <button>Ask</button>
  </div>
</form>
