{{%AUTOESCAPE context="HTML"}}
{{! product_page.tpl - body of GET /product/{id}; filled by cgi-bin/catalog/product_view.cpp }}
<nav class="breadcrumbs" aria-label="You are here">
  <ol>
    <li><a href="/">Home</a></li>
    {{#CATEGORY}}<li><a href="/category/{{CATEGORY_SLUG}}">{{CATEGORY_NAME}}</a></li>{{/CATEGORY}}
    <li aria-current="page">{{NAME}}</li>
  </ol>
</nav>
<div itemscope itemtype="https://schema.org/Product">
<meta itemprop="sku" content="{{SKU}}">
<div class="columns two">
  <div class="gallery">
    <picture>{{#SIZED}}<source type="image/webp" srcset="{{#SIZE}}/pictures/{{SIZE_FILE}}.webp {{SIZE_WIDTH}}w{{#SIZE_separator}}, {{/SIZE_separator}}{{/SIZE}}" sizes="(max-width: 48rem) 95vw, 36rem">{{/SIZED}}<img itemprop="image" src="{{IMAGE}}" alt="{{IMAGE_ALT}}" width="600" height="600" fetchpriority="high"></picture>
    {{#FURTHER}}
    <ul class="further">
      {{#PICTURE}}<li><a href="{{PICTURE_URL}}"><img itemprop="image" src="{{PICTURE_URL}}" alt="{{PICTURE_ALT}}" width="120" height="120" loading="lazy"></a></li>{{/PICTURE}}
    </ul>
    {{/FURTHER}}
  </div>
  <div class="buy-box panel stack">
    <h1 itemprop="name">{{NAME}}</h1>
    {{#BRAND}}<p class="brand-name" itemprop="brand" itemscope itemtype="https://schema.org/Brand">by <a href="/search?brand={{BRAND_NAME}}"><span itemprop="name">{{BRAND_NAME}}</span></a></p>{{/BRAND}}
    {{#RATED}}
    <p class="stars" itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating">
      <span aria-hidden="true">{{RATED_STARS}}</span>
      <a class="reviews" href="#reviews"><span itemprop="ratingValue">{{RATED_VALUE}}</span> of 5 stars, <span itemprop="reviewCount">{{RATED_COUNT}}</span> {{#RATED_ONCE}}review{{/RATED_ONCE}}{{#RATED_OFTEN}}reviews{{/RATED_OFTEN}}</a>
    </p>
    {{/RATED}}
    <div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
      <meta itemprop="priceCurrency" content="{{CURRENCY}}">
      <meta itemprop="price" content="{{PRICE_VALUE}}">
      <p class="price">{{PRICE}}{{#REDUCED}} <span class="old"><span class="visually-hidden">instead of </span><s>{{REDUCED_REGULAR}}</s></span>{{/REDUCED}}</p>
      {{#REDUCED}}<p class="meta">Lowest price in the 30 days before the reduction: {{REDUCED_LOWEST}}</p>{{/REDUCED}}
      {{#CAN_BUY}}
      <link itemprop="availability" href="https://schema.org/InStock">
      <p class="stock">{{CAN_BUY_PIECES}} in stock</p>
      {{/CAN_BUY}}
      {{#SOLD_OUT}}
      <link itemprop="availability" href="https://schema.org/OutOfStock">
      <p class="stock sold-out">Sold out · 0 in stock</p>
      {{/SOLD_OUT}}
    </div>
    {{#WISH}}
    <form method="post" action="/product/{{ID}}/back-in-stock">
      <input type="hidden" name="csrf" value="{{CSRF}}">
      {{#WISH_GUEST}}<div class="field"><label for="wish-email">E-mail</label><input id="wish-email" name="email" type="email" required maxlength="254" autocomplete="email"></div>{{/WISH_GUEST}}
      <div class="actions"><button class="wide">Tell me when it is back</button></div>
      <p class="hint">One letter, and then we forget that you asked.</p>
    </form>
    {{/WISH}}
    {{#OPTION}}
    <nav aria-label="{{OPTION_NAME}}"><p class="label">{{OPTION_NAME}}</p>
    <ul class="chips">{{#VALUE}}<li>{{#VALUE_HERE}}<span class="chip" aria-current="true">{{VALUE_NAME}}</span>{{/VALUE_HERE}}{{#VALUE_THERE}}<a class="chip" href="{{VALUE_URL}}">{{VALUE_NAME}}{{#VALUE_SOLD_OUT}} <span class="meta">sold out</span>{{/VALUE_SOLD_OUT}}</a>{{/VALUE_THERE}}</li>{{/VALUE}}</ul></nav>
    {{/OPTION}}
    {{#BUY}}
    <form method="post" action="/cart/add">
      <input type="hidden" name="csrf" value="{{CSRF}}">
      <input type="hidden" name="product" value="{{ID}}">
      <div class="field">
        <label for="pieces">Pieces</label>
        <input id="pieces" name="pieces" type="number" value="1" min="1" max="{{BUY_PIECES}}" required autocomplete="off">
      </div>
      <div class="actions"><button class="wide">Add to cart</button></div>
    </form>
    {{/BUY}}
    {{#KEEP}}
    <form method="post" action="/favorites/add">
      <input type="hidden" name="csrf" value="{{CSRF}}">
      <input type="hidden" name="product" value="{{ID}}">
      <input type="hidden" name="next" value="{{PATH}}">
      <button class="quiet wide">Add to favorites</button>
    </form>
    {{/KEEP}}
    {{#KEPT}}
    <form method="post" action="/favorites/remove">
      <input type="hidden" name="csrf" value="{{CSRF}}">
      <input type="hidden" name="product" value="{{ID}}">
      <input type="hidden" name="next" value="{{PATH}}">
      <button class="quiet wide">Remove from favorites</button>
    </form>
    {{/KEPT}}
    {{#GUEST}}<p class="hint"><a href="/login?next={{PATH}}">Log in</a> to keep it among your favorites.</p>{{/GUEST}}
    <p class="hint">Questions? <a href="/chat">Ask the assistant</a>.</p>
  </div>
</div>
<div class="columns two">
  {{#DESCRIBED}}
  <section aria-labelledby="description">
    <h2 id="description">Description</h2>
    <p class="prose as-typed" itemprop="description">{{DESCRIBED_TEXT:pre_escape}}</p>
  </section>
  {{/DESCRIBED}}
  <section aria-labelledby="details">
    <h2 id="details">Details</h2>
    <table class="attributes">
      <tbody>
      {{#ATTRIBUTE}}<tr><th scope="row">{{ATTRIBUTE_NAME}}</th><td>{{ATTRIBUTE_VALUE}}{{#ATTRIBUTE_FURTHER}}, {{ATTRIBUTE_FURTHER_VALUE}}{{/ATTRIBUTE_FURTHER}}</td></tr>{{/ATTRIBUTE}}
      <tr><th scope="row">Item number</th><td>{{SKU}}</td></tr>
      </tbody>
    </table>
  </section>
</div>
{{>REVIEWS}}
</div>
{{#GOES_WITH}}
<section aria-labelledby="goes-with">
  <h2 id="goes-with">Goes well with this</h2>
  <ul class="product-grid">
{{GOES_WITH_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/GOES_WITH}}
{{#SIMILAR}}
<section aria-labelledby="similar">
  <h2 id="similar">Similar products</h2>
  <ul class="product-grid">
{{SIMILAR_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/SIMILAR}}
