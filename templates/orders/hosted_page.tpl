{{%AUTOESCAPE context="HTML"}}
{{! hosted_page.tpl - body of GET /order/{id}/pay/hosted; filled by cgi-bin/orders/hosted_page.cpp }}
<div class="narrow">
<h1>Pay order {{NUMBER}}</h1>
<p class="lead">{{TOTAL}} are open. The card is read on the pages of our payment service; afterwards you come back here.</p>
<p class="actions"><a class="button" href="{{URL}}" rel="noreferrer">Go on and pay {{TOTAL}}</a></p>
<p class="hint">Paid already? <a href="{{AGAIN}}">Look again</a>: it may take a moment until we are told.</p>
<p><a href="{{PAY}}">Pay another way</a></p>
</div>
