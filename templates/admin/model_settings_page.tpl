{{%AUTOESCAPE context="HTML"}}
{{! model_settings_page.tpl - body of GET and POST /admin/models/settings; filled by cgi-bin/admin/model_settings_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/models">Models</a></li><li aria-current="page">Settings</li></ol></nav>
<h1>How models are trained</h1>
<div class="narrow">
{{>PROBLEMS}}
<form method="post" action="/admin/models/settings" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#SETTING}}
<div class="field"><label for="{{SETTING_NAME}}">{{SETTING_LABEL}}</label><input id="{{SETTING_NAME}}" name="{{SETTING_NAME}}" value="{{SETTING_VALUE}}" inputmode="decimal" required maxlength="12"{{#SETTING_INVALID}} aria-invalid="true" aria-describedby="{{SETTING_NAME}}-error"{{/SETTING_INVALID}}>{{#SETTING_ERROR}}<p class="error" id="{{SETTING_NAME}}-error">{{SETTING_ERROR_TEXT}}</p>{{/SETTING_ERROR}}</div>
{{/SETTING}}
<div class="actions"><button>Save</button></div>
</form>
</div>
