{{%AUTOESCAPE context="HTML"}}
{{! predictions_page.tpl - body of GET /admin/predictions; filled by cgi-bin/admin/predictions_page.cpp }}
<h1>Customers by risk and value</h1>
{{#NONE}}<div class="empty-state"><p>There are no predictions yet: train the models first.</p><p><a class="button" href="/admin/models">Models</a></p></div>{{/NONE}}
<p>{{#BY_CHURN}}Highest risk of leaving first. <a href="/admin/predictions?by=value">Show the highest expected spending first</a>{{/BY_CHURN}}{{#BY_VALUE}}Highest expected spending first. <a href="/admin/predictions">Show the highest risk of leaving first</a>{{/BY_VALUE}} · <a href="{{FILE_URL}}">As CSV</a></p>
<form method="get" action="/admin/predictions" class="inline-form" role="search" aria-label="Customers">
  <input type="hidden" name="by" value="{{BY}}">
  <div><label for="q">Name or e-mail</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
<h2 id="list">As of {{CUT}}</h2>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="list">
<table class="table stacks">
  <thead><tr><th scope="col">Customer</th><th scope="col" class="number">Will buy nothing in {{DAYS}} days</th><th scope="col" class="number">Will spend</th><th scope="col" class="number">Will buy on days</th><th scope="col">Because of</th></tr></thead>
  <tbody>
  {{#CUSTOMER}}<tr><th scope="row" data-label="Customer"><a href="/admin/customers/{{CUSTOMER_ID}}">{{CUSTOMER_NAME}}</a></th><td data-label="Will buy nothing" class="number">{{CUSTOMER_CHURN}}</td><td data-label="Will spend" class="number">{{CUSTOMER_SPEND}}</td><td data-label="On days" class="number">{{CUSTOMER_PURCHASES}}</td><td data-label="Because of">{{CUSTOMER_REASONS}}</td></tr>
  {{/CUSTOMER}}
  </tbody>
</table>
</div>
<p class="meta">+ speaks for leaving, − against it; the weightiest first.</p>
{{#MORE}}<p><a class="button quiet" href="{{MORE_URL}}">Further customers</a></p>{{/MORE}}
