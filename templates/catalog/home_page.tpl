{{%AUTOESCAPE context="HTML"}}
{{! home_page.tpl - body of GET /; filled by cgi-bin/catalog/home_page.cpp }}
<h1>Welcome to {{SHOP_NAME}}</h1>
{{#EMPTY}}
<div class="empty-state"><p>The shelves are still empty. Please come back soon.</p></div>
{{/EMPTY}}
{{#FOR_YOU}}
<section aria-labelledby="for-you">
  <div class="section-head"><h2 id="for-you">For you</h2></div>
  <ul class="product-grid">
{{FOR_YOU_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/FOR_YOU}}
{{#NEW}}
<section aria-labelledby="new-products">
  <div class="section-head"><h2 id="new-products">New in the shop</h2><a href="/search?sort=newest">All new products</a></div>
  <ul class="product-grid">
{{NEW_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/NEW}}
{{#CATEGORIES}}
<section aria-labelledby="categories">
  <div class="section-head"><h2 id="categories">Categories</h2></div>
  <ul class="category-tiles">
    {{#CATEGORY}}<li><a href="{{CATEGORY_URL}}"><img src="{{CATEGORY_PICTURE}}" alt="" width="200" height="200" loading="lazy">{{CATEGORY_NAME}}</a></li>{{/CATEGORY}}
  </ul>
</section>
{{/CATEGORIES}}
{{#POPULAR}}
<section aria-labelledby="popular-products">
  <div class="section-head"><h2 id="popular-products">Popular</h2><a href="/search?sort=popular">All popular products</a></div>
  <ul class="product-grid">
{{POPULAR_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/POPULAR}}
<section class="hero" aria-labelledby="assistant">
  <div>
    <h2 id="assistant">Not sure what you need? Ask.</h2>
    <p class="lead">The assistant knows every product, its price and what is in stock, and looks after your orders.</p>
    <ul class="chips">
      <li><a class="chip" href="/chat?ask=What+are+the+top+5+most+sold+products%3F">What are the top 5 most sold products?</a></li>
      <li><a class="chip" href="/chat?ask=Show+me+gifts+under+%2420">Show me gifts under $20</a></li>
      <li><a class="chip" href="/chat?ask=How+much+is+shipping%3F">How much is shipping?</a></li>
      <li><a class="chip" href="/chat?ask=Where+is+my+order%3F">Where is my order?</a></li>
    </ul>
    <p class="actions"><a class="button" href="/chat">Ask the assistant</a></p>
  </div>
  <img src="/static/assistant.svg" alt="" width="240" height="240" loading="lazy">
</section>
