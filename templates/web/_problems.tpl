{{%AUTOESCAPE context="HTML"}}
{{! _problems.tpl - the summary of what is wrong in a form; filled by cgi-bin/web/form.cpp }}
<div class="error-summary" role="alert" tabindex="-1">
  <h2>Please check these fields</h2>
  <ul>{{#PROBLEM_LINE}}<li><a href="#{{PROBLEM_LINE_FIELD}}">{{PROBLEM_LINE_TEXT}}</a></li>{{/PROBLEM_LINE}}</ul>
</div>
