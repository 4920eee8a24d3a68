{{%AUTOESCAPE context="HTML"}}
{{! _product_reviews.tpl - reviews and their form on the product page; filled by cgi-bin/catalog/reviews_view.cpp }}
<section id="reviews" aria-labelledby="reviews-head">
  <h2 id="reviews-head">Reviews</h2>
  <div class="columns side-main">
  {{#NONE}}<p>Nobody has reviewed this product yet.</p>{{/NONE}}
  {{#DISTRIBUTION}}
  <div class="distribution">
    {{#BAR}}<label for="bar-{{BAR_STARS}}">{{BAR_STARS}} ★</label> <meter id="bar-{{BAR_STARS}}" min="0" max="{{DISTRIBUTION_MOST}}" value="{{BAR_COUNT}}"></meter> <span>{{BAR_COUNT}}</span>{{/BAR}}
  </div>
  {{/DISTRIBUTION}}
  <div class="stack">
  {{#REVIEW}}
  <article class="review" itemprop="review" itemscope itemtype="https://schema.org/Review">
    {{#REVIEW_TITLE}}<h3 itemprop="name">{{REVIEW_TITLE_TEXT}}</h3>{{/REVIEW_TITLE}}
    <p class="stars" itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span aria-hidden="true">{{REVIEW_GLYPHS}}</span> <span class="visually-hidden"><span itemprop="ratingValue">{{REVIEW_STARS}}</span> of 5 stars</span></p>
    <p class="meta"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{{#REVIEW_NAMED}}{{REVIEW_NAMED_AUTHOR}}{{/REVIEW_NAMED}}{{#REVIEW_NAMELESS}}A customer{{/REVIEW_NAMELESS}}</span></span>, <time itemprop="datePublished" datetime="{{REVIEW_ISO}}">{{REVIEW_DAY}}</time>{{#REVIEW_VERIFIED}} <span class="badge good">Verified purchase</span>{{/REVIEW_VERIFIED}}</p>
    {{#REVIEW_TEXT}}<p itemprop="reviewBody">{{REVIEW_TEXT_BODY:pre_escape}}</p>{{/REVIEW_TEXT}}
    {{#REVIEW_HELPFUL}}<p class="meta">{{REVIEW_HELPFUL_COUNT}} found this helpful</p>{{/REVIEW_HELPFUL}}
    {{#REVIEW_VOTE}}<form method="post" action="/review/{{REVIEW_VOTE_ID}}/helpful" class="row"><input type="hidden" name="csrf" value="{{REVIEW_VOTE_CSRF}}"><button class="quiet small">Helpful<span class="visually-hidden">: the review of {{REVIEW_DAY}}</span></button> <a class="meta" href="/review/{{REVIEW_VOTE_ID}}/report">Report<span class="visually-hidden"> the review of {{REVIEW_DAY}}</span></a></form>{{/REVIEW_VOTE}}
  </article>
  {{/REVIEW}}
  {{#PAGES}}
  <nav class="pager" aria-label="Pages of reviews">
    <ul>
      {{#NEWEST}}<li><a href="{{NEWEST_URL}}#reviews">Newest reviews</a></li>{{/NEWEST}}
      {{#OLDER}}<li><a href="{{OLDER_PATH}}?reviews_after={{OLDER_LAST}}#reviews">Older reviews</a></li>{{/OLDER}}
    </ul>
  </nav>
  {{/PAGES}}
  {{#GUEST_REVIEW}}<p class="hint"><a href="/login?next={{GUEST_REVIEW_PATH}}">Log in</a> to write a review.</p>{{/GUEST_REVIEW}}
  {{#FORM}}
  <section class="panel stack" aria-labelledby="review-form">
    <h3 id="review-form">{{#FORM_NEW}}Your review{{/FORM_NEW}}{{#FORM_EDIT}}Change your review{{/FORM_EDIT}}</h3>
    {{>PROBLEMS}}
    <form method="post" action="/product/{{FORM_PRODUCT}}/review" novalidate>
      <input type="hidden" name="csrf" value="{{FORM_CSRF}}">
      <fieldset id="stars" tabindex="-1"{{#STARS_ERROR}} aria-describedby="stars-error"{{/STARS_ERROR}}>
        <legend>Stars</legend>
        <div class="star-choice">
          {{#CHOICE}}<label><input type="radio" name="stars" value="{{CHOICE_STARS}}" required{{#CHOICE_MADE}} checked{{/CHOICE_MADE}}>{{CHOICE_STARS}} ★</label>{{/CHOICE}}
        </div>
        {{#STARS_ERROR}}<p class="error" id="stars-error">{{STARS_ERROR_TEXT}}</p>{{/STARS_ERROR}}
      </fieldset>
      <div class="field">
        <label for="title">Title <span class="optional">(optional)</span></label>
        <input id="title" name="title" maxlength="120" autocomplete="off" value="{{FORM_TITLE}}"{{#TITLE_ERROR}} aria-invalid="true" aria-describedby="title-error"{{/TITLE_ERROR}}>
        {{#TITLE_ERROR}}<p class="error" id="title-error">{{TITLE_ERROR_TEXT}}</p>{{/TITLE_ERROR}}
      </div>
      <div class="field">
        <label for="body">What should others know? <span class="optional">(optional)</span></label>
        <textarea id="body" name="body" rows="5" maxlength="4000"{{#BODY_ERROR}} aria-invalid="true" aria-describedby="body-error"{{/BODY_ERROR}}>{{FORM_BODY:pre_escape}}</textarea>
        {{#BODY_ERROR}}<p class="error" id="body-error">{{BODY_ERROR_TEXT}}</p>{{/BODY_ERROR}}
      </div>
      <div class="actions"><button>Save the review</button></div>
    </form>
    {{#OWN}}
    <form method="post" action="/product/{{FORM_PRODUCT}}/review/delete">
      <input type="hidden" name="csrf" value="{{FORM_CSRF}}">
      <button class="danger small">Delete your review</button>
    </form>
    {{/OWN}}
  </section>
  {{/FORM}}
  </div>
  </div>
</section>
