{{%AUTOESCAPE context="HTML"}}
{{! search_rule_page.tpl - body of GET /admin/search/rule; filled by cgi-bin/admin/search_rule_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li><a href="/admin/search">Search</a></li><li aria-current="page">{{#STOP}}Words that are passed over{{/STOP}}{{#SYNONYMS}}Synonym{{/SYNONYMS}}</li></ol></nav>
<h1>{{#STOP}}Words that are passed over{{/STOP}}{{#SYNONYMS}}Synonym{{/SYNONYMS}}</h1>
{{>PROBLEMS}}
{{#EFFECT}}
<section class="panel" aria-labelledby="effect">
  <h2 id="effect">What would change</h2>
  <p role="status">{{EFFECT_CHANGED}} of the {{EFFECT_ALL}} searches of the last ninety days ({{EFFECT_TEXTS}} different) would show other products.</p>
  {{#EXAMPLES}}
  <div class="table-wrap" tabindex="0" role="region" aria-label="Searches that would change">
  <table class="table stacks">
    <thead><tr><th scope="col">Search</th><th scope="col" class="number">Times</th><th scope="col" class="number">Found now</th><th scope="col" class="number">Found then</th></tr></thead>
    <tbody>{{#EXAMPLE}}<tr><th scope="row" data-label="Search">{{EXAMPLE_TEXT}}</th><td data-label="Times" class="number">{{EXAMPLE_TIMES}}</td><td data-label="Found now" class="number">{{EXAMPLE_BEFORE}}</td><td data-label="Found then" class="number">{{EXAMPLE_AFTER}}</td></tr>
    {{/EXAMPLE}}</tbody>
  </table>
  </div>
  {{/EXAMPLES}}
  {{#SAVE}}
  <form method="post" action="/admin/search/rule">
    <input type="hidden" name="csrf" value="{{SAVE_CSRF}}"><input type="hidden" name="id" value="{{SAVE_ID}}"><input type="hidden" name="version" value="{{SAVE_VERSION}}">
    <input type="hidden" name="kind" value="{{SAVE_KIND}}"><input type="hidden" name="words" value="{{SAVE_WORDS}}"><input type="hidden" name="means" value="{{SAVE_MEANS}}">
    <button>Save</button>
  </form>
  {{/SAVE}}
  {{#REMOVE}}
  <form method="post" action="/admin/search/rule/{{REMOVE_ID}}/remove">
    <input type="hidden" name="csrf" value="{{REMOVE_CSRF}}"><input type="hidden" name="version" value="{{REMOVE_VERSION}}">
    <button class="danger">Remove it</button>
  </form>
  {{/REMOVE}}
</section>
{{/EFFECT}}
<form method="get" action="/admin/search/rule" class="panel">
  <input type="hidden" name="id" value="{{ID}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="try" value="save">
  {{#STOP}}<input type="hidden" name="kind" value="stop">{{/STOP}}
  {{#SYNONYMS}}<div class="field"><label for="kind">These words</label><select id="kind" name="kind"><option value="same"{{#SYNONYMS_SAME}} selected{{/SYNONYMS_SAME}}>mean the same: each finds all of them</option><option value="also"{{#SYNONYMS_ALSO}} selected{{/SYNONYMS_ALSO}}>find also what is named below</option></select></div>{{/SYNONYMS}}
  <div class="field"><label for="words">Words</label><p class="hint" id="words-hint">With commas between them: sofa, couch, sofa bed</p><textarea id="words" name="words" rows="4" required maxlength="10000" aria-describedby="words-hint{{#WORDS_ERROR}} words-error{{/WORDS_ERROR}}"{{#WORDS_ERROR}} aria-invalid="true"{{/WORDS_ERROR}}>{{WORDS:pre_escape}}</textarea>{{#WORDS_ERROR}}<p class="error" id="words-error">{{WORDS_ERROR_TEXT}}</p>{{/WORDS_ERROR}}</div>
  {{#TARGETS}}<div class="field"><label for="means">Find also <span class="optional">(only for the second kind)</span></label><textarea id="means" name="means" rows="2" maxlength="10000"{{#MEANS_ERROR}} aria-invalid="true" aria-describedby="means-error"{{/MEANS_ERROR}}>{{TARGETS_MEANS:pre_escape}}</textarea>{{#MEANS_ERROR}}<p class="error" id="means-error">{{MEANS_ERROR_TEXT}}</p>{{/MEANS_ERROR}}</div>{{/TARGETS}}
  <div class="actions"><button class="quiet">See what would change</button>{{#CAN_REMOVE}} <a href="/admin/search/rule?id={{CAN_REMOVE_ID}}&amp;try=remove">Remove this rule</a>{{/CAN_REMOVE}}</div>
</form>
