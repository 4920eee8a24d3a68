{{%AUTOESCAPE context="HTML"}}
{{! _product_card.tpl - one product in a <ul class="product-grid">; filled by cgi-bin/catalog/product_card.cpp }}
<li class="product-card">
  <picture>{{#SIZED}}<source type="image/webp" srcset="{{#SIZE}}/pictures/{{SIZE_FILE}}.webp {{SIZE_WIDTH}}w{{#SIZE_separator}}, {{/SIZE_separator}}{{/SIZE}}" sizes="(max-width: 48rem) 45vw, 15rem">{{/SIZED}}<img src="{{IMAGE}}" alt="" width="300" height="300" loading="lazy"></picture>
  <h3 class="name"><a href="/product/{{PATH}}">{{NAME}}</a></h3>
  <p class="brand-name">{{BRAND}}</p>
  <p class="price">{{PRICE}}{{#REDUCED}} <span class="old"><span class="visually-hidden">instead of </span><s>{{REDUCED_REGULAR}}</s></span>{{/REDUCED}}</p>
  {{#REDUCED}}<p class="meta">Lowest price in the 30 days before: {{REDUCED_LOWEST}}</p>{{/REDUCED}}
  <p class="stars"><span aria-hidden="true">{{STARS}}</span> <span class="visually-hidden">{{RATING}} of 5 stars,</span> <span class="reviews">({{REVIEWS}}<span class="visually-hidden"> reviews</span>)</span></p>
  <p class="stock{{#SOLD_OUT}} sold-out{{/SOLD_OUT}}">{{#SOLD_OUT}}Sold out · {{/SOLD_OUT}}{{PIECES}} in stock</p>
  {{#REASON}}<p class="meta">{{REASON_TEXT}}</p>{{/REASON}}
  {{#FAVORITE}}
  <form method="post" action="/favorites/remove">
    <input type="hidden" name="csrf" value="{{FAVORITE_CSRF}}">
    <input type="hidden" name="product" value="{{FAVORITE_PRODUCT}}">
    <input type="hidden" name="next" value="{{FAVORITE_NEXT}}">
    <button class="quiet small">Remove<span class="visually-hidden"> {{NAME}} from the favorites</span></button>
  </form>
  {{/FAVORITE}}
</li>
