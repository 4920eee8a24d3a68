{{%AUTOESCAPE context="HTML"}}
{{! chat_page.tpl - body of GET /chat, /chat/{id} and of an answer's page; filled by cgi-bin/chat/chat_view.cpp }}
<div class="chat-head">
  <img src="/static/assistant.svg" width="56" height="56" alt="">
  <div>
    <h1>Ask the assistant</h1>
    <p class="meta">It answers from the shop’s own records, and can show you which.</p>
  </div>
</div>
<div class="row spread">
  <p><a href="/chat/history">All conversations</a>{{#COPY}} · <a href="/chat/{{COPY_CONVERSATION}}/copy.txt">Keep a copy</a>{{/COPY}}</p>
  {{#HAS_MESSAGES}}
  <form method="post" action="/chat/reset">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <button class="quiet small">Start a new conversation</button>
  </form>
  {{/HAS_MESSAGES}}
</div>
{{>PROBLEMS}}
{{#OLDER}}<p><a href="/chat/{{OLDER_CONVERSATION}}?before={{OLDER_BEFORE}}">{{OLDER_COUNT}} older messages</a></p>{{/OLDER}}
{{#CUT}}
{{! The question's form is sent before the answer grows, so that it can be used meanwhile; the shadow tree shows it below. }}
<div class="talk">
<template shadowrootmode="open"><slot></slot><slot name="ask"></slot></template>
{{>ASK_MEANWHILE}}
{{/CUT}}
<h2 class="visually-hidden">Conversation</h2>
{{#HAS_MESSAGES}}
<ol class="conversation">
{{>MESSAGE}}
{{#CUT}}<!-- the answer grows here -->{{/CUT}}
</ol>
{{/HAS_MESSAGES}}
{{#CUT}}</div>{{/CUT}}
{{#PROMPTS}}<p class="meta">{{PROMPTS_TEXT}}</p>{{/PROMPTS}}
{{#NEWER}}<p><a href="/chat/{{NEWER_CONVERSATION}}">Back to the newest messages</a></p>{{/NEWER}}
{{#UNANSWERED}}<p class="notice"><a href="/chat/{{UNANSWERED_CONVERSATION}}/answer/{{UNANSWERED_MESSAGE}}">Show the answer to your last question</a></p>{{/UNANSWERED}}
{{#STARTERS}}
<form method="post" action="/chat" class="panel">
  <h3>You could begin with</h3>
  <input type="hidden" name="csrf" value="{{CSRF}}">
  <input type="hidden" name="conversation" value="{{CONVERSATION}}">
  <p class="row">
    {{#STARTER}}<button class="chip" name="starter" value="{{STARTER_ID}}">{{STARTER_OPENING}}</button>
    {{/STARTER}}
  </p>
</form>
{{/STARTERS}}
{{>ASK}}
{{#HAS_OTHERS}}
<section>
  <h2>Earlier conversations</h2>
  <ul>{{#OTHER}}<li><a href="/chat/{{OTHER_ID}}">{{OTHER_TITLE}}</a> <span class="meta">{{OTHER_TIME}}</span></li>{{/OTHER}}</ul>
</section>
{{/HAS_OTHERS}}
