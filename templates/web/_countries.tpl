{{%AUTOESCAPE context="HTML"}}
{{! _countries.tpl - the options of a country field; filled by cgi-bin/web/countries.cpp }}
{{#COUNTRY}}<option value="{{COUNTRY_CODE}}"{{#COUNTRY_CHOSEN}} selected{{/COUNTRY_CHOSEN}}>{{COUNTRY_NAME}}</option>
{{/COUNTRY}}
