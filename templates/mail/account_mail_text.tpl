{{! account_mail_text.tpl - letters about an account (plain text); line one is the subject; filled by cgi-bin/mail/letter.cpp }}
{{#RESET_LETTER}}Choose a new password at {{SHOP_NAME}}{{/RESET_LETTER}}{{#VERIFY_LETTER}}Please confirm your e-mail address{{/VERIFY_LETTER}}{{#CHANGED_LETTER}}Your e-mail address was changed{{/CHANGED_LETTER}}
{{BI_SPACE}}
{{#HAS_NAME}}Hello {{NAME}},{{/HAS_NAME}}
{{BI_SPACE}}
{{#RESET_LETTER}}
Somebody, hopefully you, asked for a new password at {{SHOP_NAME}}.
This link lets you choose one; it works once, within {{HOURS}} hours:
{{BI_SPACE}}
{{#HAS_LINK}}{{SHOP_URL}}{{LINK}}{{/HAS_LINK}}{{#NO_LINK}}(the link is shown to nobody but the recipient){{/NO_LINK}}
{{BI_SPACE}}
If it was not you, do nothing: your password stays as it is.
{{/RESET_LETTER}}
{{#VERIFY_LETTER}}
Please confirm that {{EMAIL}} is your e-mail address;
the link works once, within {{HOURS}} hours:
{{BI_SPACE}}
{{#HAS_LINK}}{{SHOP_URL}}{{LINK}}{{/HAS_LINK}}{{#NO_LINK}}(the link is shown to nobody but the recipient){{/NO_LINK}}
{{BI_SPACE}}
If you did not give this address to {{SHOP_NAME}}, do nothing.
{{/VERIFY_LETTER}}
{{#CHANGED_LETTER}}
Your account at {{SHOP_NAME}} has another e-mail address from now on, and this
one no longer belongs to it. If you did not do that, please write to us at once.
{{/CHANGED_LETTER}}
{{BI_SPACE}}
--{{BI_SPACE}}
{{SHOP_NAME}}
