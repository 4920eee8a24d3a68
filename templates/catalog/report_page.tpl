{{%AUTOESCAPE context="HTML"}}
{{! report_page.tpl - body of GET and POST /review/{id}/report; filled by cgi-bin/catalog/review_page.cpp }}
<div class="narrow">
<h1>Report a review</h1>
<blockquote><p><strong>{{TITLE}}</strong></p><p class="as-typed">{{BODY:pre_escape}}</p></blockquote>
{{>PROBLEMS}}
<form method="post" action="/review/{{ID}}/report" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="reason">What is wrong with it?</label><p class="hint" id="reason-hint">We read every report. The writer does not learn who you are.</p><textarea id="reason" name="reason" rows="4" required maxlength="500" aria-describedby="reason-hint{{#REASON_ERROR}} reason-error{{/REASON_ERROR}}"{{#REASON_ERROR}} aria-invalid="true"{{/REASON_ERROR}}>{{REASON:pre_escape}}</textarea>{{#REASON_ERROR}}<p class="error" id="reason-error">{{REASON_ERROR_TEXT}}</p>{{/REASON_ERROR}}</div>
<p class="actions"><button>Report it</button> <a class="button quiet" href="{{BACK}}">Back to the product</a></p>
</form>
</div>
