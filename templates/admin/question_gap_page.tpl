{{%AUTOESCAPE context="HTML"}}
{{! question_gap_page.tpl - body of GET /admin/conversations/gaps/mend; filled by cgi-bin/admin/question_gap_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/conversations">Conversations</a></li><li><a href="/admin/conversations/gaps">What was not understood</a></li><li aria-current="page">Teach the assistant</li></ol></nav>
<h1>Teach the assistant</h1>
{{>PROBLEMS}}
{{#EFFECT}}
<section class="panel" aria-labelledby="effect">
  <h2 id="effect">What would change</h2>
  <p role="status">{{EFFECT_ANSWERED}} of the {{EFFECT_GAPS}} questions of the last ninety days that were not understood would be answered.</p>
  {{#ANSWERED}}
  <div class="table-wrap" tabindex="0" role="region" aria-label="Questions that would be answered">
  <table class="table stacks">
    <thead><tr><th scope="col">Question</th><th scope="col" class="number">Times</th><th scope="col">Answer then</th></tr></thead>
    <tbody>{{#ANSWERED_EXAMPLE}}<tr><th scope="row" data-label="Question">{{ANSWERED_EXAMPLE_QUESTION}}</th><td data-label="Times" class="number">{{ANSWERED_EXAMPLE_TIMES}}</td><td data-label="Answer then">{{ANSWERED_EXAMPLE_ANSWER}}</td></tr>
    {{/ANSWERED_EXAMPLE}}</tbody>
  </table>
  </div>
  {{/ANSWERED}}
  <p>Of the {{EFFECT_UNDERSTOOD}} newest questions that were understood, {{EFFECT_CHANGED}} would be answered otherwise.</p>
  {{#CHANGED}}
  <div class="table-wrap" tabindex="0" role="region" aria-label="Questions that would be answered otherwise">
  <table class="table stacks">
    <thead><tr><th scope="col">Question</th><th scope="col" class="number">Times</th><th scope="col">Answer then</th></tr></thead>
    <tbody>{{#CHANGED_EXAMPLE}}<tr><th scope="row" data-label="Question">{{CHANGED_EXAMPLE_QUESTION}}</th><td data-label="Times" class="number">{{CHANGED_EXAMPLE_TIMES}}</td><td data-label="Answer then">{{CHANGED_EXAMPLE_ANSWER}}</td></tr>
    {{/CHANGED_EXAMPLE}}</tbody>
  </table>
  </div>
  {{/CHANGED}}
  {{#SAVE_TEMPLATE}}
  <form method="post" action="/admin/conversations/templates">
    <input type="hidden" name="csrf" value="{{SAVE_TEMPLATE_CSRF}}"><input type="hidden" name="kind" value="{{SAVE_TEMPLATE_KIND}}"><input type="hidden" name="wording" value="{{SAVE_TEMPLATE_WORDING}}"><input type="hidden" name="text" value="{{SAVE_TEMPLATE_TEXT}}">
    <button>Save</button>
  </form>
  {{/SAVE_TEMPLATE}}
  {{#SAVE_SYNONYM}}
  <form method="post" action="/admin/search/rule">
    <input type="hidden" name="csrf" value="{{SAVE_SYNONYM_CSRF}}"><input type="hidden" name="id" value="0"><input type="hidden" name="version" value="0"><input type="hidden" name="kind" value="also">
    <input type="hidden" name="words" value="{{SAVE_SYNONYM_WORDS}}"><input type="hidden" name="means" value="{{SAVE_SYNONYM_MEANS}}">
    <button>Save for search and assistant</button>
  </form>
  {{/SAVE_SYNONYM}}
  {{#MAY_NOT}}<p>Synonyms change the search as well: somebody who looks after products can save it at <a href="/admin/search">Search</a>.</p>{{/MAY_NOT}}
</section>
{{/EFFECT}}
<form method="get" action="/admin/conversations/gaps/mend" class="panel">
  <input type="hidden" name="try" value="yes">
  <div class="field"><label for="wording">When a customer writes</label><p class="hint" id="wording-hint">A whole question; small words do not count, and * stands for up to five words: “is * made by hand”. For a synonym, just the word.</p><input id="wording" name="wording" required maxlength="200" value="{{WORDING}}" aria-describedby="wording-hint{{#WORDING_ERROR}} wording-error{{/WORDING_ERROR}}"{{#WORDING_ERROR}} aria-invalid="true"{{/WORDING_ERROR}}>{{#WORDING_ERROR}}<p class="error" id="wording-error">{{WORDING_ERROR_TEXT}}</p>{{/WORDING_ERROR}}</div>
  <div class="field"><label for="kind">the assistant</label><select id="kind" name="kind"><option value="means"{{#IS_MEANS}} selected{{/IS_MEANS}}>takes it for this question</option><option value="answer"{{#IS_ANSWER}} selected{{/IS_ANSWER}}>says this</option><option value="synonym"{{#IS_SYNONYM}} selected{{/IS_SYNONYM}}>takes the word for these words (synonym)</option></select></div>
  <div class="field"><label for="text">This question, this answer, or these words</label><p class="hint" id="text-hint">Words with commas between them.</p><textarea id="text" name="text" rows="3" required maxlength="1000" aria-describedby="text-hint{{#TEXT_ERROR}} text-error{{/TEXT_ERROR}}"{{#TEXT_ERROR}} aria-invalid="true"{{/TEXT_ERROR}}>{{TEXT:pre_escape}}</textarea>{{#TEXT_ERROR}}<p class="error" id="text-error">{{TEXT_ERROR_TEXT}}</p>{{/TEXT_ERROR}}</div>
  <div class="actions"><button class="quiet">See what would change</button></div>
</form>
