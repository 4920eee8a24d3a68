{{%AUTOESCAPE context="HTML"}}
{{! promotion_edit_page.tpl - body of GET /admin/promotions/new and /admin/promotions/{id}; filled by cgi-bin/admin/promotion_edit_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/promotions">Promotions</a></li><li aria-current="page">{{TITLE}}</li></ol></nav>
<h1>{{TITLE}}</h1>
{{>PROBLEMS}}
<form method="post" action="/admin/promotions/{{ACTION}}" novalidate class="panel">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<fieldset>
<legend>What it is</legend>
<div class="field-row">
<div class="field">
  <label for="name">Name, as customers read it</label>
  <input id="name" name="name" type="text" value="{{NAME}}" maxlength="100" required{{#NAME_ERROR}} aria-invalid="true" aria-describedby="name-error"{{/NAME_ERROR}}>
  {{#NAME_ERROR}}<p class="error" id="name-error">{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}
</div>
<div class="field">
  <label for="code">Coupon code <span class="optional">(optional)</span></label>
  <p class="hint" id="code-hint">Without a code it holds for everybody who meets the conditions.</p><input id="code" name="code" type="text" value="{{CODE}}" maxlength="40" autocapitalize="characters" spellcheck="false"{{#CODE_ERROR}} aria-invalid="true" aria-describedby="code-error"{{/CODE_ERROR}}>
  {{#CODE_ERROR}}<p class="error" id="code-error">{{CODE_ERROR_TEXT}}</p>{{/CODE_ERROR}}
</div>
</div>
<div class="field-row">
<div class="field">
  <label for="kind">Takes off</label>
  <select id="kind" name="kind"{{#KIND_ERROR}} aria-invalid="true" aria-describedby="kind-error"{{/KIND_ERROR}}><option value="percent"{{#IS_PERCENT}} selected{{/IS_PERCENT}}>a percentage</option><option value="amount"{{#IS_AMOUNT}} selected{{/IS_AMOUNT}}>an amount</option><option value="free_shipping"{{#IS_SHIPPING}} selected{{/IS_SHIPPING}}>the cheapest shipping</option></select>
  {{#KIND_ERROR}}<p class="error" id="kind-error">{{KIND_ERROR_TEXT}}</p>{{/KIND_ERROR}}
</div>
<div class="field">
  <label for="value">Percent, or amount in {{CURRENCY}}</label>
  <input id="value" name="value" type="text" value="{{VALUE}}" maxlength="20" inputmode="decimal"{{#VALUE_ERROR}} aria-invalid="true" aria-describedby="value-error"{{/VALUE_ERROR}}>
  {{#VALUE_ERROR}}<p class="error" id="value-error">{{VALUE_ERROR_TEXT}}</p>{{/VALUE_ERROR}}
</div>
</div>
</fieldset>
<fieldset>
<legend>Conditions</legend>
<div class="field-row">
<div class="field">
  <label for="minimum">Goods worth at least ({{CURRENCY}}) <span class="optional">(optional)</span></label>
  <input id="minimum" name="minimum" type="text" value="{{MINIMUM}}" maxlength="20" inputmode="decimal"{{#MINIMUM_ERROR}} aria-invalid="true" aria-describedby="minimum-error"{{/MINIMUM_ERROR}}>
  {{#MINIMUM_ERROR}}<p class="error" id="minimum-error">{{MINIMUM_ERROR_TEXT}}</p>{{/MINIMUM_ERROR}}
</div>
<div class="field">
  <label for="category">Goods of a category</label>
  <select id="category" name="category"{{#CATEGORY_ERROR}} aria-invalid="true" aria-describedby="category-error"{{/CATEGORY_ERROR}}><option value="0">All goods</option>{{#CATEGORY}}<option value="{{CATEGORY_ID}}"{{#CATEGORY_CHOSEN}} selected{{/CATEGORY_CHOSEN}}>{{CATEGORY_NAME}}</option>{{/CATEGORY}}</select>
  {{#CATEGORY_ERROR}}<p class="error" id="category-error">{{CATEGORY_ERROR_TEXT}}</p>{{/CATEGORY_ERROR}}
</div>
</div>
<div class="field-row">
<div class="field">
  <label for="starts">Holds from <span class="optional">(optional)</span></label>
  <input id="starts" name="starts" type="datetime-local" value="{{STARTS}}"{{#STARTS_ERROR}} aria-invalid="true" aria-describedby="starts-error"{{/STARTS_ERROR}}>
  {{#STARTS_ERROR}}<p class="error" id="starts-error">{{STARTS_ERROR_TEXT}}</p>{{/STARTS_ERROR}}
</div>
<div class="field">
  <label for="ends">Holds until <span class="optional">(optional)</span></label>
  <input id="ends" name="ends" type="datetime-local" value="{{ENDS}}"{{#ENDS_ERROR}} aria-invalid="true" aria-describedby="ends-error"{{/ENDS_ERROR}}>
  {{#ENDS_ERROR}}<p class="error" id="ends-error">{{ENDS_ERROR_TEXT}}</p>{{/ENDS_ERROR}}
</div>
</div>
<div class="field-row">
<div class="field">
  <label for="limit_total">Orders in all at most <span class="optional">(optional)</span></label>
  <input id="limit_total" name="limit_total" type="text" value="{{LIMIT_TOTAL}}" maxlength="12" inputmode="numeric"{{#LIMIT_TOTAL_ERROR}} aria-invalid="true" aria-describedby="limit_total-error"{{/LIMIT_TOTAL_ERROR}}>
  {{#LIMIT_TOTAL_ERROR}}<p class="error" id="limit_total-error">{{LIMIT_TOTAL_ERROR_TEXT}}</p>{{/LIMIT_TOTAL_ERROR}}
</div>
<div class="field">
  <label for="limit_per_customer">Orders of one customer at most <span class="optional">(optional)</span></label>
  <input id="limit_per_customer" name="limit_per_customer" type="text" value="{{LIMIT_PER_CUSTOMER}}" maxlength="12" inputmode="numeric"{{#LIMIT_PER_CUSTOMER_ERROR}} aria-invalid="true" aria-describedby="limit_per_customer-error"{{/LIMIT_PER_CUSTOMER_ERROR}}>
  {{#LIMIT_PER_CUSTOMER_ERROR}}<p class="error" id="limit_per_customer-error">{{LIMIT_PER_CUSTOMER_ERROR_TEXT}}</p>{{/LIMIT_PER_CUSTOMER_ERROR}}
</div>
</div>
<label class="choice"><input type="checkbox" name="first_order" value="1"{{#FIRST_ORDER}} checked{{/FIRST_ORDER}}> Only for somebody's first order</label>
</fieldset>
<fieldset>
<legend>With other promotions</legend>
<label class="choice"><input type="checkbox" name="alone" value="1"{{#ALONE}} checked{{/ALONE}}> Does not combine: it holds alone when that takes off more than all others together</label>
<div class="field">
  <label for="priority">Place in the order</label>
  <p class="hint" id="priority-hint">Lower ones are taken off first; each percentage is of what is left.</p><input id="priority" name="priority" class="pieces" type="number" min="-1000" max="1000" value="{{PRIORITY}}"{{#PRIORITY_ERROR}} aria-invalid="true" aria-describedby="priority-error"{{/PRIORITY_ERROR}}>
  {{#PRIORITY_ERROR}}<p class="error" id="priority-error">{{PRIORITY_ERROR_TEXT}}</p>{{/PRIORITY_ERROR}}
</div>
</fieldset>
<label class="choice"><input type="checkbox" name="active" value="1"{{#ACTIVE}} checked{{/ACTIVE}}> It is on</label>
<p class="actions"><button>Save</button> <a href="/admin/promotions">Cancel</a></p>
</form>
