{{%AUTOESCAPE context="HTML"}}
{{! _popular_searches.tpl - what the search field offers; made by cgi-bin/web/site_parts.cpp }}
<datalist id="popular-searches">{{#OFFERED}}<option value="{{OFFERED_TEXT}}"></option>{{/OFFERED}}</datalist>
