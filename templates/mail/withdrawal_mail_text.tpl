{{! withdrawal_mail_text.tpl - receipt of a withdrawal from a contract (plain text); line one is the subject; filled by cgi-bin/mail/letter.cpp }}
{{#RECEIPT_LETTER}}
We received your withdrawal from order {{NUMBER}}
{{BI_SPACE}}
{{#HAS_NAME}}Hello {{NAME}},{{/HAS_NAME}}
{{BI_SPACE}}
You declared on {{RECEIVED}} that you withdraw from the contract
about order {{NUMBER}}. This letter is the receipt.
{{BI_SPACE}}
{{#LINE}}{{LINE_QUANTITY}} x {{LINE_NAME}}
{{/LINE}}
{{BI_SPACE}}
{{#HAS_NOTE}}{{NOTE}}{{/HAS_NOTE}}
{{BI_SPACE}}
We tell you how to send the goods back, and return the money when they are here.
{{/RECEIPT_LETTER}}
--{{BI_SPACE}}
{{SHOP_NAME}}
