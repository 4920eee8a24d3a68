{{%AUTOESCAPE context="HTML"}}
{{! favorites_page.tpl - body of GET /favorites; filled by cgi-bin/catalog/favorites_page.cpp }}
<h1>Favorites</h1>
{{#NONE}}
<div class="empty-state">
  <p>You have no favorites yet. Every product page has a button that keeps the product here.</p>
  <p><a class="button" href="/search">Look at the products</a></p>
</div>
{{/NONE}}
{{#SOME}}
<h2 class="visually-hidden">Products that you keep in mind</h2>
<ul class="product-grid">
{{>FAVORITES}}
</ul>
{{/SOME}}
{{#PAGES}}
<nav class="pager" aria-label="Pages of favorites">
  <ul>
    {{#NEWER}}<li><a href="/favorites?page={{NEWER_PAGE}}">Newer favorites</a></li>{{/NEWER}}
    {{#OLDER}}<li><a href="/favorites?page={{OLDER_PAGE}}">Older favorites</a></li>{{/OLDER}}
  </ul>
</nav>
{{/PAGES}}
