{{%AUTOESCAPE context="HTML"}}
{{! policy_edit_page.tpl - body of GET and POST /admin/settings/policies/{slug}; filled by cgi-bin/admin/policy_edit_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/settings/policies">Policies</a></li><li aria-current="page">{{TITLE}}</li></ol></nav>
<h1>{{TITLE}}</h1>
{{>PROBLEMS}}
<form method="post" action="/admin/settings/policies/{{SLUG}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<div class="field"><label for="title">Title</label><input id="title" name="title" value="{{TITLE}}" required maxlength="80"{{#TITLE_ERROR}} aria-invalid="true" aria-describedby="title-error"{{/TITLE_ERROR}}>{{#TITLE_ERROR}}<p class="error" id="title-error">{{TITLE_ERROR_TEXT}}</p>{{/TITLE_ERROR}}</div>
<div class="field"><label for="text">Text</label><p class="hint" id="text-hint">Each paragraph starts with a heading on a line of its own, "## " before it.</p><textarea id="text" name="text" rows="24" required maxlength="20000"{{#TEXT_ERROR}} aria-invalid="true" aria-describedby="text-hint text-error"{{/TEXT_ERROR}}>{{TEXT:pre_escape}}</textarea>{{#TEXT_ERROR}}<p class="error" id="text-error">{{TEXT_ERROR_TEXT}}</p>{{/TEXT_ERROR}}</div>
<div class="actions"><button>Save</button> <a href="/policies/{{SLUG}}">As visitors see it</a></div>
</form>
