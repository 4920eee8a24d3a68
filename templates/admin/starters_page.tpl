{{%AUTOESCAPE context="HTML"}}
{{! starters_page.tpl - body of GET and POST /admin/conversations/starters; filled by cgi-bin/admin/starters_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/conversations">Conversations</a></li><li aria-current="page">Beginnings</li></ol></nav>
<h1>Beginnings of a conversation</h1>
<p>Questions that the chat offers to whoever opens it, and that programs can begin a conversation with.</p>
{{>PROBLEMS}}
<section class="panel narrow" aria-labelledby="new-head">
  <h2 id="new-head">New beginning</h2>
  <form method="post" action="/admin/conversations/starters" novalidate>
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field"><label for="title">Name</label><input id="title" name="title" type="text" value="{{TITLE}}" required maxlength="100" autocomplete="off"{{#TITLE_ERROR}} aria-invalid="true" aria-describedby="title-error"{{/TITLE_ERROR}}>{{#TITLE_ERROR}}<p class="error" id="title-error">{{TITLE_ERROR_TEXT}}</p>{{/TITLE_ERROR}}</div>
    <div class="field"><label for="opening">Question <span class="optional">(optional)</span></label><p class="hint" id="opening-hint">The chat shows it as a button. Without one the beginning is for programs only.</p><input id="opening" name="opening" type="text" value="{{OPENING}}" maxlength="300" autocomplete="off" aria-describedby="opening-hint{{#OPENING_ERROR}} opening-error{{/OPENING_ERROR}}"{{#OPENING_ERROR}} aria-invalid="true"{{/OPENING_ERROR}}>{{#OPENING_ERROR}}<p class="error" id="opening-error">{{OPENING_ERROR_TEXT}}</p>{{/OPENING_ERROR}}</div>
    <div class="field"><label for="description">What it is for <span class="optional">(optional)</span></label><input id="description" name="description" type="text" value="{{DESCRIPTION}}" maxlength="300" autocomplete="off"{{#DESCRIPTION_ERROR}} aria-invalid="true" aria-describedby="description-error"{{/DESCRIPTION_ERROR}}>{{#DESCRIPTION_ERROR}}<p class="error" id="description-error">{{DESCRIPTION_ERROR_TEXT}}</p>{{/DESCRIPTION_ERROR}}</div>
    <div class="field"><label for="position">Place</label><p class="hint" id="position-hint">The lowest is shown first.</p><input id="position" name="position" class="pieces" type="number" min="0" max="1000" value="{{POSITION}}" aria-describedby="position-hint{{#POSITION_ERROR}} position-error{{/POSITION_ERROR}}"{{#POSITION_ERROR}} aria-invalid="true"{{/POSITION_ERROR}}>{{#POSITION_ERROR}}<p class="error" id="position-error">{{POSITION_ERROR_TEXT}}</p>{{/POSITION_ERROR}}</div>
    <button>Add it</button>
  </form>
</section>
<form method="get" action="/admin/conversations/starters" class="inline-form" role="search" aria-label="Beginnings">
  <div><label for="q">Words</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<p><a href="{{FILE_URL}}">As CSV</a></p>
{{#NONE}}<div class="empty-state"><p>There is no such beginning. The form above adds one.</p></div>{{/NONE}}
{{#STARTER}}
<details class="list-row">
  <summary>{{STARTER_TITLE}} <span class="meta">&nbsp;(chosen {{STARTER_USED}} times)</span></summary>
  <form method="post" action="/admin/conversations/starters/{{STARTER_ID}}">
    <input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{STARTER_VERSION}}">
    <div class="field"><label for="title-{{STARTER_ID}}">Name</label><input id="title-{{STARTER_ID}}" name="title" type="text" value="{{STARTER_TITLE}}" required maxlength="100"></div>
    <div class="field"><label for="opening-{{STARTER_ID}}">Question</label><input id="opening-{{STARTER_ID}}" name="opening" type="text" value="{{STARTER_OPENING}}" maxlength="300"></div>
    <div class="field"><label for="description-{{STARTER_ID}}">What it is for</label><input id="description-{{STARTER_ID}}" name="description" type="text" value="{{STARTER_DESCRIPTION}}" maxlength="300"></div>
    <div class="field"><label for="position-{{STARTER_ID}}">Place</label><input id="position-{{STARTER_ID}}" name="position" class="pieces" type="number" min="0" max="1000" required value="{{STARTER_POSITION}}"></div>
    <button class="small">Save<span class="visually-hidden"> {{STARTER_TITLE}}</span></button>
  </form>
  <form method="post" action="/admin/conversations/starters/{{STARTER_ID}}/remove" class="actions"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{STARTER_VERSION}}"><button class="danger small">Remove<span class="visually-hidden"> {{STARTER_TITLE}}</span></button></form>
</details>
{{/STARTER}}
