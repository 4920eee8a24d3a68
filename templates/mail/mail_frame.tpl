{{%AUTOESCAPE context="HTML"}}
{{! mail_frame.tpl - around the HTML part of every letter; filled by cgi-bin/mail/letter.cpp }}
<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{SUBJECT}}</title></head>
<body>
{{>CONTENT}}
<hr>
<p>{{SHOP_NAME}}{{#SHOP_LINK}} · <a href="{{SHOP_LINK_URL}}">{{SHOP_LINK_URL}}</a>{{/SHOP_LINK}}</p>
</body>
</html>
