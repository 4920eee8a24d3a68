{{! stock_mail_text.tpl - a product can be bought again (plain text); line one is the subject; filled by cgi-bin/mail/letter.cpp }}
{{#BACK_LETTER}}
{{PRODUCT}} is back
{{BI_SPACE}}
{{#HAS_NAME}}Hello {{NAME}},{{/HAS_NAME}}
{{BI_SPACE}}
You asked us to tell you: {{PRODUCT}} is in stock again{{#HAS_PRICE}}, for {{PRICE}}{{/HAS_PRICE}}.
We cannot keep a piece for you.
{{BI_SPACE}}
{{#HAS_SHOP_URL}}{{#HAS_PATH}}{{SHOP_URL}}{{PATH}}{{/HAS_PATH}}{{/HAS_SHOP_URL}}
{{BI_SPACE}}
This was the only letter about it.
{{/BACK_LETTER}}
--{{BI_SPACE}}
{{SHOP_NAME}}
