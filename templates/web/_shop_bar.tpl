{{%AUTOESCAPE context="HTML"}}
{{! _shop_bar.tpl - the navigation of the shop, the same for everybody; made by cgi-bin/web/site_parts.cpp }}
<nav class="category-bar" aria-label="Categories">
  <ul>
    <li><a href="/search">All products</a></li>
    {{#CATEGORY}}<li><a href="{{CATEGORY_URL}}">{{CATEGORY_NAME}}</a></li>{{/CATEGORY}}
  </ul>
</nav>
