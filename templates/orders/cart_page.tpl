{{%AUTOESCAPE context="HTML"}}
{{! cart_page.tpl - body of GET /cart; filled by cgi-bin/orders/cart_page.cpp }}
<h1>Your cart</h1>
{{#EMPTY}}
<div class="empty-state">
  <p>Your cart is empty.</p>
  <p><a class="button" href="/">Look around</a> <a class="button quiet" href="/chat">Ask the assistant</a></p>
</div>
{{/EMPTY}}
{{#FILLED}}
<div class="columns main-side">
<section aria-labelledby="lines-head">
  <h2 class="visually-hidden" id="lines-head">What is in it</h2>
  {{#FREE_HINT}}<p class="notice">{{FREE_HINT_MISSING}} more, and {{FREE_HINT_METHOD}} is free.</p>{{/FREE_HINT}}
  {{#LINE}}
  <article class="cart-line" aria-labelledby="line-{{LINE_PRODUCT}}">
    <img src="{{LINE_IMAGE}}" width="96" height="96" alt="">
    <div>
      <h3 class="name" id="line-{{LINE_PRODUCT}}"><a href="/product/{{LINE_PRODUCT}}">{{LINE_NAME}}</a></h3>
      <p class="meta">{{LINE_PRICE}} each</p>
      {{#LINE_WITHDRAWN}}<p class="error">No longer sold. Please remove it.</p>{{/LINE_WITHDRAWN}}
      {{#LINE_SOLD_OUT}}<p class="error">Sold out. Please remove it.</p>{{/LINE_SOLD_OUT}}
      {{#LINE_SHORT}}<p class="error">Only {{LINE_SHORT_LEFT}} left. Please take fewer.</p>{{/LINE_SHORT}}
    </div>
    <div class="row">
      <form method="post" action="/cart/update" class="row">
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="product" value="{{LINE_PRODUCT}}">
        <label class="visually-hidden" for="pieces-{{LINE_PRODUCT}}">Pieces of {{LINE_NAME}}</label>
        <input id="pieces-{{LINE_PRODUCT}}" name="pieces" class="pieces" type="number" min="0" max="{{LINE_MOST}}" value="{{LINE_PIECES}}" required>
        <button class="quiet small">Change<span class="visually-hidden"> pieces of {{LINE_NAME}}</span></button>
      </form>
      <form method="post" action="/cart/remove">
        <input type="hidden" name="csrf" value="{{CSRF}}">
        <input type="hidden" name="product" value="{{LINE_PRODUCT}}">
        <button class="link-button">Remove<span class="visually-hidden"> {{LINE_NAME}}</span></button>
      </form>
    </div>
    <p class="line-total">{{LINE_TOTAL}}</p>
  </article>
  {{/LINE}}
  <form method="post" action="/cart/clear" class="actions">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <button class="link-button">Empty the cart</button>
  </form>
</section>
<aside class="panel side-sticky" aria-labelledby="totals-head">
  <h2 id="totals-head">What it costs</h2>
  {{>TOTALS}}
  {{#COUPON}}
  <form method="post" action="/cart/coupon/remove" class="stack">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    {{#COUPON_PROBLEM}}<p class="warning">{{COUPON_PROBLEM_TEXT}}</p>{{/COUPON_PROBLEM}}
    <p>Coupon {{COUPON_CODE}} <button class="link-button">Remove<span class="visually-hidden"> the coupon</span></button></p>
  </form>
  {{/COUPON}}
  {{#NO_COUPON}}
  <form method="post" action="/cart/coupon" class="row">
    <input type="hidden" name="csrf" value="{{CSRF}}">
    <div class="field"><label for="coupon">Coupon code <span class="optional">(optional)</span></label><input id="coupon" name="coupon" type="text" maxlength="40" autocomplete="off" spellcheck="false" autocapitalize="characters"></div>
    <button class="quiet small">Use it</button>
  </form>
  {{/NO_COUPON}}
  <form method="get" action="/cart">
    <div class="field">
      <label for="country">Deliver to</label>
      <select id="country" name="country">{{#COUNTRY}}<option value="{{COUNTRY_CODE}}"{{#COUNTRY_CHOSEN}} selected{{/COUNTRY_CHOSEN}}>{{COUNTRY_NAME}}</option>{{/COUNTRY}}</select>
    </div>
    <fieldset>
      <legend>Shipping</legend>
      {{>SHIPPING_CHOICES}}
    </fieldset>
    <p class="actions"><button class="quiet small">Update totals</button></p>
  </form>
  {{#CAN_ORDER}}<p class="actions"><a class="button wide" href="/checkout?country={{CAN_ORDER_COUNTRY}}&amp;shipping={{CAN_ORDER_SHIPPING}}">To checkout</a></p>{{/CAN_ORDER}}
  {{#CANNOT_ORDER}}<p class="warning">Please change the marked lines first.</p>{{/CANNOT_ORDER}}
  <p class="hint">Nothing is reserved until you place the order.</p>
</aside>
</div>
{{/FILLED}}
{{#GOES_WITH}}
<section aria-labelledby="goes-with">
  <h2 id="goes-with">Goes well with your cart</h2>
  <ul class="product-grid">
{{GOES_WITH_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/GOES_WITH}}
