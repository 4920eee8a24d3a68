{{%AUTOESCAPE context="HTML"}}
{{! stock_mail.tpl - a product can be bought again (HTML); filled by cgi-bin/mail/letter.cpp; facts: name, product, path, price_cents }}
{{#BACK_LETTER}}
{{#HAS_NAME}}<p>Hello {{NAME}},</p>{{/HAS_NAME}}
<h1>{{PRODUCT}} is back</h1>
<p>You asked us to tell you: {{PRODUCT}} is in stock again{{#HAS_PRICE}}, for {{PRICE}}{{/HAS_PRICE}}. We cannot keep a piece for you.</p>
{{#HAS_SHOP_URL}}{{#HAS_PATH}}<p><a href="{{SHOP_URL}}{{PATH}}">Look at it</a></p>{{/HAS_PATH}}{{/HAS_SHOP_URL}}
<p>This was the only letter about it.</p>
{{/BACK_LETTER}}
