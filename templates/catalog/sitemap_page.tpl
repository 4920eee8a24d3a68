{{%AUTOESCAPE context="XML"}}
{{! sitemap_page.tpl - GET /sitemap.xml; filled by cgi-bin/catalog/sitemap_page.cpp }}
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{{BASE_URL}}/</loc></url>
{{#ADDRESS}}<url><loc>{{BASE_URL}}{{ADDRESS_PATH}}</loc></url>
{{/ADDRESS}}
</urlset>
