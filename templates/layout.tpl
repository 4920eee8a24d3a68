{{%AUTOESCAPE context="HTML"}}
{{! layout.tpl - head, navigation and footer of every page; filled by cgi-bin/web/page.cpp }}
<!DOCTYPE html>
<html lang="{{LANGUAGE}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} · {{SHOP_NAME}}</title>
{{#HAS_DESCRIPTION}}<meta name="description" content="{{HAS_DESCRIPTION_TEXT}}">{{/HAS_DESCRIPTION}}
{{#HAS_CANONICAL}}<link rel="canonical" href="{{HAS_CANONICAL_URL}}">{{/HAS_CANONICAL}}
{{#NOINDEX}}<meta name="robots" content="noindex">{{/NOINDEX}}
<meta name="theme-color" content="#0b5363">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/shop.css?{{ASSET_VERSION}}">
</head>
<body>
<a class="skip-link" href="#main">Skip to the content</a>
<header class="site-head">
  <div class="site-head-row">
    <a class="brand" href="/"><img src="{{LOGO}}" width="32" height="32" alt="">{{SHOP_NAME}}</a>
    <form class="site-search" role="search" action="/search" method="get">
      <label class="visually-hidden" for="site-search">Search the shop</label>
      <input id="site-search" type="search" name="q" value="{{SEARCH_TEXT}}" maxlength="200" placeholder="Search the shop" autocomplete="off"{{#HAS_POPULAR}} list="popular-searches"{{/HAS_POPULAR}}>
      {{POPULAR_SEARCHES:none}}
      <button>Search</button>
    </form>
    <nav aria-label="Account and cart">
      <ul class="site-links">
        <li><a href="/chat">Assistant</a></li>
        {{#SIGNED_IN}}
        <li><a href="/favorites">Favorites</a></li>
        <li><a href="/orders">Orders</a></li>
        <li><a href="/account">{{SIGNED_IN_NAME}}</a></li>
        {{/SIGNED_IN}}
        {{#STAFF}}<li><a href="/admin">Admin</a></li>{{/STAFF}}
        <li><a href="/cart">Cart{{#CART_PIECES}}<span class="count-badge">{{CART_PIECES_COUNT}}<span class="visually-hidden"> pieces</span></span>{{/CART_PIECES}}</a></li>
        {{#SIGNED_IN}}
        <li><form method="post" action="/logout"><input type="hidden" name="csrf" value="{{SIGNED_IN_CSRF}}"><button class="quiet small">Log out</button></form></li>
        {{/SIGNED_IN}}
        {{#SIGNED_OUT}}
        <li><a class="button quiet small" href="/login">Log in</a></li>
        <li><a class="button small" href="/register">Register</a></li>
        {{/SIGNED_OUT}}
      </ul>
    </nav>
  </div>
  {{#STAFF_BAR}}
  <nav class="category-bar" aria-label="Running the shop">
    <ul>
      <li><a href="/admin">Overview</a></li>
      {{#STAFF_BAR_ORDERS}}<li><a href="/admin/orders">Orders</a></li>{{/STAFF_BAR_ORDERS}}
      {{#STAFF_BAR_PRODUCTS}}<li><a href="/admin/products">Products</a></li><li><a href="/admin/categories">Categories</a></li><li><a href="/admin/brands">Brands</a></li>{{/STAFF_BAR_PRODUCTS}}
      {{#STAFF_BAR_STOCK}}<li><a href="/admin/stock">Stock</a></li>{{/STAFF_BAR_STOCK}}
      {{#STAFF_BAR_CUSTOMERS}}<li><a href="/admin/customers">Customers</a></li><li><a href="/admin/mail">Letters</a></li>{{/STAFF_BAR_CUSTOMERS}}
      {{#STAFF_BAR_CONVERSATIONS}}<li><a href="/admin/conversations">Conversations</a></li>{{/STAFF_BAR_CONVERSATIONS}}
      {{#STAFF_BAR_MARKETING}}<li><a href="/admin/promotions">Promotions</a></li><li><a href="/admin/reviews">Reviews</a></li>{{/STAFF_BAR_MARKETING}}
      {{#STAFF_BAR_REPORTS}}<li><a href="/admin/reports">Reports</a></li>{{/STAFF_BAR_REPORTS}}
      {{#STAFF_BAR_REPORTS}}<li><a href="/admin/models">Models</a></li><li><a href="/admin/predictions">Predictions</a></li>{{/STAFF_BAR_REPORTS}}
      {{#STAFF_BAR_SETTINGS}}<li><a href="/admin/settings">Settings</a></li>{{/STAFF_BAR_SETTINGS}}
    </ul>
  </nav>
  {{/STAFF_BAR}}
  {{SHOP_BAR:none}}
</header>
<main id="main" class="page">
{{#NOTICE}}<div class="notice" role="status"><p>{{NOTICE_TEXT}}</p></div>{{/NOTICE}}
{{#WARNING}}<div class="warning" role="alert"><p>{{WARNING_TEXT}}</p></div>{{/WARNING}}
{{BODY:none}}
</main>
<footer class="site-foot">
  <div class="site-foot-row">
    <p>{{SHOP_NAME}}, the shop that you can talk to.</p>
    <nav aria-label="About the shop">
      <ul>
        <li><a href="/policies/shipping">Shipping</a></li>
        <li><a href="/policies/payment">Payment</a></li>
        <li><a href="/policies/returns">Returns</a></li>
        <li><a href="/policies/privacy">Privacy</a></li>
        <li><a href="/policies/terms">Terms</a></li>
        <li><a href="/order/find">Find an order</a></li>
        <li><a href="/withdraw">Withdraw from an order</a></li>
      </ul>
    </nav>
  </div>
</footer>
</body>
</html>
