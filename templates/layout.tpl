{{%AUTOESCAPE context="HTML"}}
{{! layout.tpl - head, navigation and footer of every page; filled by cgi-bin/web/page.cpp }}
<!DOCTYPE html>
<html lang="{{LANGUAGE}}">
<head><meta charset="utf-8"><title>{{TITLE}}</title>{{#HAS_DESCRIPTION}}<meta name="description" content="{{HAS_DESCRIPTION_TEXT}}">{{/HAS_DESCRIPTION}}{{#HAS_CANONICAL}}<link rel="canonical" href="{{HAS_CANONICAL_URL}}">{{/HAS_CANONICAL}}{{#NOINDEX}}<meta name="robots" content="noindex">{{/NOINDEX}}<link rel="stylesheet" href="/static/shop.css?{{ASSET_VERSION}}"></head>
<body><h2>{{SHOP_NAME}}</h2><input value="{{SEARCH_TEXT}}">{{#CATEGORIES}}<a href="{{CATEGORIES_URL}}">{{CATEGORIES_NAME}}</a>{{/CATEGORIES}}
{{#SIGNED_IN}}{{SIGNED_IN_NAME}} {{SIGNED_IN_CSRF}}{{/SIGNED_IN}}{{#SIGNED_OUT}}{{/SIGNED_OUT}}{{#STAFF}}{{/STAFF}}{{#CART_PIECES}}{{CART_PIECES_COUNT}}{{/CART_PIECES}}
{{#NOTICE}}{{NOTICE_TEXT}}{{/NOTICE}}{{#WARNING}}{{WARNING_TEXT}}{{/WARNING}}
<main>{{BODY:none}}</main></body></html>
