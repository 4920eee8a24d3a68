{{%AUTOESCAPE context="HTML"}}
{{! docs_page.tpl - body of GET /docs; filled by cgi-bin/docs_page.cpp }}
<h1>The shop for programs</h1>
<div class="prose">
  <p>{{INTRODUCTION}}</p>
  <p>The same for machines: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
  <h2>Logging in</h2>
  <p>An access token is good for 15 minutes; then the refresh token gives a new pair. A refresh token is good once: using it twice ends the log-in.</p>
</div>
<pre class="code-block"><code>TOKEN=$(curl -s -H 'Content-Type: application/json' -d '{"username":"alice","password":"…"}' '{{BASE}}/api/login' | sed 's/.*"token":"\([^"]*\)".*/\1/')</code></pre>
<nav aria-labelledby="docs-parts">
  <h2 id="docs-parts">Parts</h2>
  <ul class="chips">{{#GROUP}}<li><a href="#part-{{GROUP_NAME}}">{{GROUP_NAME}}</a></li>{{/GROUP}}</ul>
</nav>
{{#GROUP}}
<section aria-labelledby="part-{{GROUP_NAME}}">
  <h2 id="part-{{GROUP_NAME}}">{{GROUP_NAME}}</h2>
  <p>{{GROUP_TEXT}}.</p>
  {{#OPERATION}}
  <article class="panel" aria-labelledby="op-{{OPERATION_ID}}">
    <h3 id="op-{{OPERATION_ID}}"><code>{{OPERATION_METHOD}} {{OPERATION_PATH}}</code></h3>
    <p>{{OPERATION_SUMMARY}}.</p>
    <dl class="facts">
      <dt>Who may</dt><dd>{{OPERATION_ROLE}}</dd>
      {{#OPERATION_NAMES}}<dt>Other names</dt><dd><code>{{OPERATION_NAMES_TEXT}}</code></dd>{{/OPERATION_NAMES}}
      {{#OPERATION_TAKES}}<dt>Takes</dt><dd><code>{{OPERATION_TAKES_TEXT}}</code></dd>{{/OPERATION_TAKES}}
      {{#OPERATION_BODY}}<dt>Body</dt><dd><code>{{OPERATION_BODY_TEXT}}</code></dd>{{/OPERATION_BODY}}
      {{#OPERATION_ANSWER}}<dt>Answer</dt><dd><code>{{OPERATION_ANSWER_TEXT}}</code></dd>{{/OPERATION_ANSWER}}
    </dl>
    <pre class="code-block"><code>{{OPERATION_CURL}}</code></pre>
  </article>
  {{/OPERATION}}
</section>
{{/GROUP}}
