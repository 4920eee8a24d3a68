{{%AUTOESCAPE context="HTML"}}
{{! settings_page.tpl - body of GET and POST /admin/settings; filled by cgi-bin/admin/settings_page.cpp }}
<h1>Settings</h1>
<nav class="pager" aria-label="Settings"><ul class="sort-links"><li><a href="/admin/settings" aria-current="page">General</a></li><li><a href="/admin/settings/taxes">Taxes</a></li><li><a href="/admin/settings/shipping">Shipping</a></li><li><a href="/admin/settings/policies">Policies</a></li><li><a href="/admin/settings/keys">API keys</a></li><li><a href="/admin/settings/webhooks">Webhooks</a></li></ul></nav>
<div class="narrow stack">
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
<fieldset><legend>Orders that nobody pays</legend>
<div class="field"><label for="unpaid_card_minutes">Minutes by card <span class="optional">(optional)</span></label><p class="hint" id="unpaid_card_minutes-hint">Their pieces are kept for so long; 60 unless you say otherwise.</p><input id="unpaid_card_minutes" name="unpaid_card_minutes" value="{{UNPAID_CARD_MINUTES}}" inputmode="numeric" maxlength="6" aria-describedby="unpaid_card_minutes-hint{{#UNPAID_CARD_MINUTES_ERROR}} unpaid_card_minutes-error{{/UNPAID_CARD_MINUTES_ERROR}}"{{#UNPAID_CARD_MINUTES_ERROR}} aria-invalid="true"{{/UNPAID_CARD_MINUTES_ERROR}}>{{#UNPAID_CARD_MINUTES_ERROR}}<p class="error" id="unpaid_card_minutes-error">{{UNPAID_CARD_MINUTES_ERROR_TEXT}}</p>{{/UNPAID_CARD_MINUTES_ERROR}}</div>
<div class="field"><label for="unpaid_days">Days by bank transfer <span class="optional">(optional)</span></label><p class="hint" id="unpaid_days-hint">14 unless you say otherwise.</p><input id="unpaid_days" name="unpaid_days" value="{{UNPAID_DAYS}}" inputmode="numeric" maxlength="6" aria-describedby="unpaid_days-hint{{#UNPAID_DAYS_ERROR}} unpaid_days-error{{/UNPAID_DAYS_ERROR}}"{{#UNPAID_DAYS_ERROR}} aria-invalid="true"{{/UNPAID_DAYS_ERROR}}>{{#UNPAID_DAYS_ERROR}}<p class="error" id="unpaid_days-error">{{UNPAID_DAYS_ERROR_TEXT}}</p>{{/UNPAID_DAYS_ERROR}}</div>
</fieldset>
<fieldset><legend>Assistant</legend>
<div class="field"><label for="chat_prompts_per_session">Questions in one conversation <span class="optional">(optional)</span></label><p class="hint" id="chat_prompts_per_session-hint">0: any number.</p><input id="chat_prompts_per_session" name="chat_prompts_per_session" value="{{CHAT_PROMPTS_PER_SESSION}}" inputmode="numeric" maxlength="6" aria-describedby="chat_prompts_per_session-hint{{#CHAT_PROMPTS_PER_SESSION_ERROR}} chat_prompts_per_session-error{{/CHAT_PROMPTS_PER_SESSION_ERROR}}"{{#CHAT_PROMPTS_PER_SESSION_ERROR}} aria-invalid="true"{{/CHAT_PROMPTS_PER_SESSION_ERROR}}>{{#CHAT_PROMPTS_PER_SESSION_ERROR}}<p class="error" id="chat_prompts_per_session-error">{{CHAT_PROMPTS_PER_SESSION_ERROR_TEXT}}</p>{{/CHAT_PROMPTS_PER_SESSION_ERROR}}</div>
<div class="field"><label for="llm_prompts_per_session">Answers in one conversation that a language model may word <span class="optional">(optional)</span></label><p class="hint" id="llm_prompts_per_session-hint">The built-in assistant gives the others.</p><input id="llm_prompts_per_session" name="llm_prompts_per_session" value="{{LLM_PROMPTS_PER_SESSION}}" inputmode="numeric" maxlength="6" aria-describedby="llm_prompts_per_session-hint{{#LLM_PROMPTS_PER_SESSION_ERROR}} llm_prompts_per_session-error{{/LLM_PROMPTS_PER_SESSION_ERROR}}"{{#LLM_PROMPTS_PER_SESSION_ERROR}} aria-invalid="true"{{/LLM_PROMPTS_PER_SESSION_ERROR}}>{{#LLM_PROMPTS_PER_SESSION_ERROR}}<p class="error" id="llm_prompts_per_session-error">{{LLM_PROMPTS_PER_SESSION_ERROR_TEXT}}</p>{{/LLM_PROMPTS_PER_SESSION_ERROR}}</div>
</fieldset>
<fieldset><legend>Reviews</legend>
<label class="choice"><input type="checkbox" name="reviews_first_seen" value="on"{{#REVIEWS_FIRST}} checked{{/REVIEWS_FIRST}}> Staff read a review before everybody else</label>
</fieldset>
<fieldset><legend>Safety</legend>
<label class="choice"><input type="checkbox" name="staff_second_factor" value="on"{{#SECOND_FACTOR}} checked{{/SECOND_FACTOR}}> Staff and admins need a second factor</label>
</fieldset>
<div class="actions"><button>Save</button></div>
</form>
<section class="panel" aria-labelledby="logo-head">
<h2 id="logo-head">Logo</h2>
<p><img src="{{LOGO}}" alt="The logo as it is" width="64" height="64"></p>
<form method="post" action="/admin/settings/logo" enctype="multipart/form-data">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="logo">Another picture</label><p class="hint" id="logo-hint">JPEG, PNG or WebP, about square, 64 pixels at least.</p><input id="logo" name="logo" type="file" accept="image/jpeg,image/png,image/webp" required aria-describedby="logo-hint"></div>
<button class="small">Use it</button>
</form>
{{#OWN_LOGO}}<form method="post" action="/admin/settings/logo/remove"><input type="hidden" name="csrf" value="{{OWN_LOGO_CSRF}}"><button class="danger small">Take it away</button></form>{{/OWN_LOGO}}
</section>
</div>
