{{%AUTOESCAPE context="HTML"}}
{{! return_page.tpl - body of GET /order/{id}/return/{return}; filled by cgi-bin/orders/return_page.cpp }}
<div class="narrow">
<h1>Return {{ID}} of order {{NUMBER}}</h1>
<p class="lead">Announced on {{TIME}}. <span class="badge">{{STATE}}</span></p>
<ul>{{#LINE}}<li>{{LINE_PIECES}} × {{LINE_NAME}}</li>{{/LINE}}</ul>
{{#REASON}}<p>Reason: {{REASON_TEXT}}</p>{{/REASON}}
{{#ANSWER}}<p class="notice">Our answer: {{ANSWER_TEXT}}</p>{{/ANSWER}}
{{#OPEN}}<p>If you have the goods already, please send them back within 14 days and put a note with the numbers above into the parcel. How the money comes back stands under <a href="/policies/returns">returns</a>.</p>{{/OPEN}}
<p class="hint no-print">Keep or print this page: it is your receipt.</p>
{{#BACK}}<p><a href="{{BACK_URL}}">Back to the order</a></p>{{/BACK}}
</div>
