{{%AUTOESCAPE context="HTML"}}
{{! account_mail.tpl - letters about an account (HTML); filled by cgi-bin/mail/letter.cpp; facts: name, link, hours, email }}
{{#HAS_NAME}}<p>Hello {{NAME}},</p>{{/HAS_NAME}}
{{#RESET_LETTER}}
<h1>A new password</h1>
<p>Somebody, hopefully you, asked for a new password at {{SHOP_NAME}}. This link lets you choose one; it works once, within {{HOURS}} hours:</p>
<p>{{#HAS_LINK}}<a href="{{SHOP_URL}}{{LINK}}">Choose a new password</a>{{/HAS_LINK}}{{#NO_LINK}}(the link is shown to nobody but the recipient){{/NO_LINK}}</p>
<p>If it was not you, do nothing: your password stays as it is.</p>
{{/RESET_LETTER}}
{{#VERIFY_LETTER}}
<h1>Is this your address?</h1>
<p>Please confirm that {{EMAIL}} is your e-mail address; the link works once, within {{HOURS}} hours:</p>
<p>{{#HAS_LINK}}<a href="{{SHOP_URL}}{{LINK}}">Yes, this is my address</a>{{/HAS_LINK}}{{#NO_LINK}}(the link is shown to nobody but the recipient){{/NO_LINK}}</p>
<p>If you did not give this address to {{SHOP_NAME}}, do nothing.</p>
{{/VERIFY_LETTER}}
{{#CHANGED_LETTER}}
<h1>Your e-mail address was changed</h1>
<p>Your account at {{SHOP_NAME}} has another e-mail address from now on, and this one no longer belongs to it. If you did not do that, please write to us at once.</p>
{{/CHANGED_LETTER}}
