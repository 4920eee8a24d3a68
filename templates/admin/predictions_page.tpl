{{%AUTOESCAPE context="HTML"}}
{{! predictions_page.tpl - body of GET /admin/predictions; filled by cgi-bin/admin/predictions_page.cpp }}
<h1>Customers by risk and value</h1>
{{#NOBODY_FOLLOWS}}<p>Nobody is like that, or the list ends here. <a href="/admin/predictions">Back to its beginning</a></p>{{/NOBODY_FOLLOWS}}
{{#NONE}}<div class="empty-state"><p>There are no predictions yet: train the models first.</p><p><a class="button" href="/admin/models">Models</a></p></div>{{/NONE}}
<p>{{#BY_CHURN}}Highest risk of leaving first. <a href="/admin/predictions?by=value">Show the highest expected spending first</a>{{/BY_CHURN}}{{#BY_VALUE}}Highest expected spending first. <a href="/admin/predictions">Show the highest risk of leaving first</a>{{/BY_VALUE}} · <a href="{{FILE_URL}}">As CSV</a></p>
<form method="get" action="/admin/predictions" class="inline-form" role="search" aria-label="Customers">
  <input type="hidden" name="by" value="{{BY}}">
  <div><label for="q">Name or e-mail</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
  <button>Search</button>
</form>
{{#LIST}}
<h2 id="list">As of {{LIST_CUT}}</h2>
<p class="meta">Chance to buy nothing in the next {{LIST_DAYS}} days, what they will spend in them, and on how many days. What speaks for leaving has a +, what speaks against it a −; the weightiest first.</p>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="list">
<table class="table">
  <thead><tr><th scope="col">Customer</th><th scope="col" class="number">Leaves</th><th scope="col" class="number">Spends</th></tr></thead>
  <tbody>
  {{#CUSTOMER}}<tr><th scope="row"><a href="/admin/customers/{{CUSTOMER_ID}}">{{CUSTOMER_NAME}}</a></th><td class="number">{{CUSTOMER_CHURN}}</td><td class="number">{{CUSTOMER_SPEND}}</td></tr>
  <tr><td colspan="3" class="meta">Buys on {{CUSTOMER_PURCHASES}} days to come. {{CUSTOMER_REASONS}}</td></tr>
  {{/CUSTOMER}}
  </tbody>
</table>
</div>
{{/LIST}}
{{#MORE}}<p><a class="button quiet" href="{{MORE_URL}}">Further customers</a></p>{{/MORE}}
