{{%AUTOESCAPE context="HTML"}}
{{! promotions_page.tpl - body of GET /admin/promotions; filled by cgi-bin/admin/promotions_page.cpp }}
<div class="section-head"><h1>Promotions</h1><p><a class="button small" href="/admin/promotions/new">New promotion</a></p></div>
<form method="get" action="/admin/promotions" class="panel">
  <div class="field-row"><div class="field"><label for="q">Words or code</label><input id="q" name="q" type="search" value="{{WORDS}}" maxlength="100"></div></div>
  <p class="row"><button class="small">Show</button> <a href="/admin/promotions">Reset</a> <a href="{{FILE}}">As CSV</a></p>
</form>
{{#NONE}}<div class="empty-state"><p>There is no promotion like that.</p><p><a class="button" href="/admin/promotions/new">New promotion</a></p></div>{{/NONE}}
{{#LIST}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Promotions">
<table class="table stacks">
  <thead><tr><th scope="col">Promotion</th><th scope="col">Coupon</th><th scope="col">Takes off</th><th scope="col">Holds</th><th scope="col" class="number">Orders</th><th scope="col" class="number">Taken off so far</th><th scope="col">State</th></tr></thead>
  <tbody>
  {{#PROMOTION}}<tr><th scope="row" data-label="Promotion"><a href="/admin/promotions/{{PROMOTION_ID}}">{{PROMOTION_NAME}}</a></th><td data-label="Coupon">{{#PROMOTION_CODE}}<code>{{PROMOTION_CODE_TEXT}}</code>{{/PROMOTION_CODE}}{{#PROMOTION_AUTOMATIC}}automatic{{/PROMOTION_AUTOMATIC}}</td><td data-label="Takes off">{{#PROMOTION_PERCENT}}{{PROMOTION_PERCENT_RATE}} %{{/PROMOTION_PERCENT}}{{#PROMOTION_AMOUNT}}{{PROMOTION_AMOUNT_TEXT}}{{/PROMOTION_AMOUNT}}{{#PROMOTION_SHIPPING}}shipping{{/PROMOTION_SHIPPING}}</td><td data-label="Holds"><span>{{#PROMOTION_FROM}}from {{PROMOTION_FROM_TEXT}} {{/PROMOTION_FROM}}{{#PROMOTION_UNTIL}}until {{PROMOTION_UNTIL_TEXT}}{{/PROMOTION_UNTIL}}</span></td><td data-label="Orders" class="number"><span>{{PROMOTION_USED}}{{#PROMOTION_LIMIT}} of {{PROMOTION_LIMIT_TEXT}}{{/PROMOTION_LIMIT}}</span></td><td data-label="Taken off so far" class="number">{{PROMOTION_TAKEN_OFF}}</td><td data-label="State">{{#PROMOTION_ON}}<span class="badge good">on</span>{{/PROMOTION_ON}}{{#PROMOTION_OVER}}<span class="badge">over</span>{{/PROMOTION_OVER}}{{#PROMOTION_OFF}}<span class="badge warn">off</span>{{/PROMOTION_OFF}}</td></tr>
  {{/PROMOTION}}
  </tbody>
</table>
</div>
{{/LIST}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
