{{%AUTOESCAPE context="HTML"}}
{{! admin_reviews_page.tpl - body of GET /admin/reviews; filled by cgi-bin/admin/admin_reviews_page.cpp }}
<h1>Reviews</h1>
<form method="get" action="/admin/reviews" class="panel">
  <div class="field-row">
    <div class="field"><label for="show">Which</label><select id="show" name="show">{{#LIST}}<option value="{{LIST_CODE}}"{{#LIST_CHOSEN}} selected{{/LIST_CHOSEN}}>{{LIST_NAME}}</option>{{/LIST}}</select></div>
    <div class="field"><label for="q">Words, product or customer</label><input id="q" name="q" type="search" value="{{WORDS}}" maxlength="100"></div>
  </div>
  <p class="row"><button class="small">Show</button> <a href="/admin/reviews">Reset</a> <a href="{{FILE}}">As CSV</a></p>
</form>
{{#NONE}}<div class="empty-state"><p>There is no review like that.</p></div>{{/NONE}}
<div class="stack">
{{#REVIEW}}
<article class="panel" aria-labelledby="review-{{REVIEW_ID}}">
  <h2 id="review-{{REVIEW_ID}}"><a href="{{REVIEW_PATH}}">{{REVIEW_PRODUCT}}</a>: {{REVIEW_STARS}} of 5 stars</h2>
  <p class="meta">{{REVIEW_AUTHOR}}, {{REVIEW_AT}} <span class="badge">{{REVIEW_STATE}}</span>{{#REVIEW_VERIFIED}} <span class="badge good">Verified purchase</span>{{/REVIEW_VERIFIED}}{{#REVIEW_HELPFUL}} {{REVIEW_HELPFUL_COUNT}} found it helpful{{/REVIEW_HELPFUL}}</p>
  <p><strong>{{REVIEW_TITLE}}</strong></p>
  <p class="as-typed">{{REVIEW_BODY:pre_escape}}</p>
  {{#REVIEW_REPORTED}}<div class="warning"><p>Reported by {{REVIEW_REPORTED_COUNT}}:</p><p class="as-typed">{{REVIEW_REPORTED_REASONS:pre_escape}}</p></div>{{/REVIEW_REPORTED}}
  <form method="post" action="/admin/reviews/{{REVIEW_ID}}" class="row">
    <input type="hidden" name="csrf" value="{{REVIEW_CSRF}}"><input type="hidden" name="version" value="{{REVIEW_VERSION}}"><input type="hidden" name="show" value="{{REVIEW_SHOW}}">
    {{#REVIEW_MAY_SHOW}}<button name="act" value="show" class="small">Show it to everybody</button>{{/REVIEW_MAY_SHOW}}
    {{#REVIEW_MAY_KEEP}}<button name="act" value="show" class="small">Leave it: the reports are settled</button>{{/REVIEW_MAY_KEEP}}
    {{#REVIEW_MAY_HIDE}}<button name="act" value="hide" class="small danger">Hide it</button>{{/REVIEW_MAY_HIDE}}
  </form>
</article>
{{/REVIEW}}
</div>
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Next page</a></li></ul></nav>{{/MORE}}
