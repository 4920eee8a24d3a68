{{%AUTOESCAPE context="HTML"}}
{{! withdrawal_mail.tpl - receipt of a withdrawal from a contract (HTML); filled by cgi-bin/mail/letter.cpp; facts: name, number, received_at, note, line[quantity, name] }}
{{#RECEIPT_LETTER}}
{{#HAS_NAME}}<p>Hello {{NAME}},</p>{{/HAS_NAME}}
<h1>We received your withdrawal from order {{NUMBER}}</h1>
<p>You declared on {{RECEIVED}} that you withdraw from the contract about order {{NUMBER}}. This letter is the receipt.</p>
{{#HAS_LINE}}<ul>{{#LINE}}<li>{{LINE_QUANTITY}} × {{LINE_NAME}}</li>{{/LINE}}</ul>{{/HAS_LINE}}
{{#HAS_NOTE}}<p>{{NOTE}}</p>{{/HAS_NOTE}}
<p>We tell you how to send the goods back, and return the money when they are here.</p>
{{/RECEIPT_LETTER}}
