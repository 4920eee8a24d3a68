{{%AUTOESCAPE context="HTML"}}
{{! _product_card.tpl - one product in a grid, <ul class="product-grid">; filled by cgi-bin/catalog/product_card.cpp }}
<li class="product-card">
  <a class="product-card-link" href="/product/{{PATH}}">
    <img src="{{IMAGE}}" alt="" width="400" height="400" loading="lazy">
    <span class="product-card-name">{{NAME}}</span>
  </a>
  <span class="product-card-brand">{{BRAND}}</span>
  <span class="rating"><span class="stars stars-{{HALVES}}" aria-hidden="true"></span> {{RATING}} <span class="hint">({{REVIEWS}})</span></span>
  <span class="price">{{PRICE}}</span>
  <span class="stock">{{#SOLD_OUT}}<strong>Sold out</strong> · {{/SOLD_OUT}}{{PIECES}} in stock</span>
</li>
