{{%AUTOESCAPE context="HTML"}}
{{! search_words_page.tpl - body of GET /admin/search; filled by cgi-bin/admin/search_words_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/products">Products</a></li><li aria-current="page">Search</li></ol></nav>
<div class="section-head"><h1>Search</h1><p class="row"><a class="button small" href="/admin/search/rule">New synonym</a> <a href="/admin/search.csv">Searches as a CSV file</a></p></div>
<section class="panel" aria-labelledby="synonyms">
  <h2 id="synonyms">Words that mean the same</h2>
  {{#NO_RULES}}<p>There is no rule yet. “sofa, couch, settee” lets each of them find all three.</p>{{/NO_RULES}}
  <ul class="plain-list">{{#RULE}}<li class="list-row"><p class="spread"><span>{{RULE_WORDS}}{{#RULE_ALSO}} <span class="meta">also find</span> {{RULE_ALSO_MEANS}}{{/RULE_ALSO}}</span> <a href="/admin/search/rule?id={{RULE_ID}}">Change<span class="visually-hidden"> {{RULE_WORDS}}</span></a></p></li>
  {{/RULE}}</ul>
</section>
{{#STOP}}
<section class="panel" aria-labelledby="stop-words">
  <h2 id="stop-words">Words that are passed over</h2>
  <p>{{STOP_WORDS}}</p>
  <p><a href="/admin/search/rule?id={{STOP_ID}}">Change these words</a></p>
</section>
{{/STOP}}
<section class="panel" aria-labelledby="empty-searches">
  <h2 id="empty-searches">Found nothing in thirty days</h2>
  {{#NO_EMPTY}}<p>Every search found something.</p>{{/NO_EMPTY}}
  <ul class="plain-list">{{#EMPTY}}<li class="list-row"><p class="spread"><span><a href="{{EMPTY_URL}}">{{EMPTY_TEXT}}</a> <span class="meta">{{EMPTY_TIMES}} times</span></span> <a href="{{EMPTY_RULE_URL}}">Add a synonym<span class="visually-hidden"> for {{EMPTY_TEXT}}</span></a></p></li>
  {{/EMPTY}}</ul>
</section>
<section class="panel" aria-labelledby="top-searches">
  <h2 id="top-searches">Searched most in thirty days</h2>
  {{#NO_TOP}}<p>Nobody searched.</p>{{/NO_TOP}}
  <ul class="plain-list">{{#TOP}}<li class="list-row"><p class="spread"><a href="{{TOP_URL}}">{{TOP_TEXT}}</a> <span class="meta">{{TOP_TIMES}} times</span></p></li>
  {{/TOP}}</ul>
</section>
