{{%AUTOESCAPE context="HTML"}}
{{! settings_page.tpl - body of GET and POST /admin/settings; filled by cgi-bin/admin/settings_page.cpp }}
<h1>Settings</h1>
<nav aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li></ul></nav>
<div class="narrow">
{{>PROBLEMS}}
<form method="post" action="/admin/settings" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="shop_name">Name of the shop</label><input id="shop_name" name="shop_name" value="{{SHOP_NAME_NOW}}" required maxlength="60"{{#SHOP_NAME_ERROR}} aria-invalid="true" aria-describedby="shop_name-error"{{/SHOP_NAME_ERROR}}>{{#SHOP_NAME_ERROR}}<p class="error" id="shop_name-error">{{SHOP_NAME_ERROR_TEXT}}</p>{{/SHOP_NAME_ERROR}}</div>
<div class="field"><label for="shop_address">Address, for invoices <span class="optional">(optional)</span></label><textarea id="shop_address" name="shop_address" maxlength="400"{{#SHOP_ADDRESS_ERROR}} aria-invalid="true" aria-describedby="shop_address-error"{{/SHOP_ADDRESS_ERROR}}>{{SHOP_ADDRESS:pre_escape}}</textarea>{{#SHOP_ADDRESS_ERROR}}<p class="error" id="shop_address-error">{{SHOP_ADDRESS_ERROR_TEXT}}</p>{{/SHOP_ADDRESS_ERROR}}</div>
<div class="field"><label for="tax_id">Tax number <span class="optional">(optional)</span></label><input id="tax_id" name="tax_id" value="{{TAX_ID}}" maxlength="60"{{#TAX_ID_ERROR}} aria-invalid="true" aria-describedby="tax_id-error"{{/TAX_ID_ERROR}}>{{#TAX_ID_ERROR}}<p class="error" id="tax_id-error">{{TAX_ID_ERROR_TEXT}}</p>{{/TAX_ID_ERROR}}</div>
<div class="field"><label for="bank_account">Bank account for transfers <span class="optional">(optional)</span></label><input id="bank_account" name="bank_account" value="{{BANK_ACCOUNT}}" maxlength="200"{{#BANK_ACCOUNT_ERROR}} aria-invalid="true" aria-describedby="bank_account-error"{{/BANK_ACCOUNT_ERROR}}>{{#BANK_ACCOUNT_ERROR}}<p class="error" id="bank_account-error">{{BANK_ACCOUNT_ERROR_TEXT}}</p>{{/BANK_ACCOUNT_ERROR}}</div>
<fieldset id="payment"{{#PAYMENT_ERROR}} aria-describedby="payment-error"{{/PAYMENT_ERROR}}><legend>Ways to pay</legend>
{{#PAYMENT_ERROR}}<p class="error" id="payment-error">{{PAYMENT_ERROR_TEXT}}</p>{{/PAYMENT_ERROR}}
{{#PAYMENT}}<label class="choice"><input type="checkbox" name="payment" value="{{PAYMENT_CODE}}"{{#PAYMENT_ON}} checked{{/PAYMENT_ON}}> {{PAYMENT_NAME}}</label>
{{/PAYMENT}}
</fieldset>
<fieldset><legend>Safety</legend>
<label class="choice"><input type="checkbox" name="staff_second_factor" value="on"{{#SECOND_FACTOR}} checked{{/SECOND_FACTOR}}> Staff and admins need a second factor</label>
</fieldset>
<div class="actions"><button>Save</button></div>
</form>
</div>
