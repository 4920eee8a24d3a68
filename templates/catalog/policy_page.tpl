{{%AUTOESCAPE context="HTML"}}
{{! policy_page.tpl - body of GET /policies/{slug}; filled by cgi-bin/catalog/policy_page.cpp }}
<h1>{{TITLE}}</h1>
<div class="prose">
  {{#PARAGRAPH}}
  <h2>{{PARAGRAPH_HEADING}}</h2>
  <p class="as-typed">{{PARAGRAPH_BODY:pre_escape}}</p>
  {{/PARAGRAPH}}
</div>
<p class="hint">Something is not clear? <a href="/chat">Ask the assistant</a>.</p>
{{#OTHERS}}
<nav aria-labelledby="other-policies">
  <h2 id="other-policies">More about the shop</h2>
  <ul>
    {{#OTHER}}<li><a href="/policies/{{OTHER_SLUG}}">{{OTHER_TITLE}}</a></li>{{/OTHER}}
  </ul>
</nav>
{{/OTHERS}}
