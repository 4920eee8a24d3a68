{{%AUTOESCAPE context="HTML"}}
{{! customer_page.tpl - body of GET and POST /admin/customers/{id}; filled by cgi-bin/admin/customer_view.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/customers">Customers and staff</a></li><li aria-current="page">{{USERNAME}}</li></ol></nav>
<h1>{{USERNAME}}</h1>
<p class="lead">{{ROLE}} since {{SINCE}}. {{#LOCKED}}<span class="badge bad">locked since {{LOCKED_SINCE}}</span>{{/LOCKED}}</p>
<div class="columns main-side">
<div class="stack">
{{#OUT_OF_REACH}}<p class="notice">Only an admin can change this account.</p>{{/OUT_OF_REACH}}
{{#CHANGE}}
<section class="panel" aria-labelledby="details-head">
<h2 id="details-head">Details</h2>
{{>PROBLEMS}}
<form method="post" action="/admin/customers/{{CHANGE_ID}}" novalidate>
<input type="hidden" name="csrf" value="{{CHANGE_CSRF}}">
<input type="hidden" name="version" value="{{CHANGE_VERSION}}">
<div class="field"><label for="email">E-mail address</label><input id="email" name="email" type="email" value="{{CHANGE_EMAIL}}" required maxlength="254"{{#EMAIL_ERROR}} aria-invalid="true" aria-describedby="email-error"{{/EMAIL_ERROR}}>{{#EMAIL_ERROR}}<p class="error" id="email-error">{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}</div>
<div class="field-row">
<div class="field"><label for="first_name">First name</label><input id="first_name" name="first_name" value="{{CHANGE_FIRST_NAME}}" maxlength="100"></div>
<div class="field"><label for="last_name">Last name</label><input id="last_name" name="last_name" value="{{CHANGE_LAST_NAME}}" maxlength="100"></div>
</div>
<div class="field"><label for="phone">Phone</label><input id="phone" name="phone" type="tel" value="{{CHANGE_PHONE}}" maxlength="40"></div>
<div class="field"><label for="street">Street and number</label><input id="street" name="street" value="{{CHANGE_STREET}}" maxlength="200"></div>
<div class="field-row">
<div class="field"><label for="postal_code">Postal code</label><input id="postal_code" name="postal_code" value="{{CHANGE_POSTAL_CODE}}" maxlength="20"></div>
<div class="field"><label for="city">City</label><input id="city" name="city" value="{{CHANGE_CITY}}" maxlength="100"></div>
</div>
<div class="field"><label for="country">Country</label><select id="country" name="country"><option value="">Unknown</option>{{>COUNTRIES}}</select></div>
<div class="actions"><button>Save</button></div>
</form>
</section>
<section class="panel" aria-labelledby="access-head">
<h2 id="access-head">Access</h2>
<div class="row">
<form method="post" action="/admin/customers/{{CHANGE_ID}}/lock">
<input type="hidden" name="csrf" value="{{CHANGE_CSRF}}">
{{#CHANGE_LOCK}}<input type="hidden" name="locked" value="1"><button class="danger">Lock the account</button>{{/CHANGE_LOCK}}
{{#CHANGE_UNLOCK}}<input type="hidden" name="locked" value="0"><button>Unlock the account</button>{{/CHANGE_UNLOCK}}
</form>
<form method="post" action="/admin/customers/{{CHANGE_ID}}/reset">
<input type="hidden" name="csrf" value="{{CHANGE_CSRF}}">
<button class="quiet">Send a link for a new password</button>
</form>
</div>
</section>
{{/CHANGE}}
{{#RIGHTS}}
<section class="panel" aria-labelledby="rights-head">
<h2 id="rights-head">Role and permissions</h2>
<form method="post" action="/admin/customers/{{RIGHTS_ID}}/role">
<input type="hidden" name="csrf" value="{{RIGHTS_CSRF}}">
<div class="field"><label for="role">Role</label><select id="role" name="role">{{#ROLE_CHOICE}}<option value="{{ROLE_CHOICE_CODE}}"{{#ROLE_CHOICE_CHOSEN}} selected{{/ROLE_CHOICE_CHOSEN}}>{{ROLE_CHOICE_NAME}}</option>{{/ROLE_CHOICE}}</select></div>
<fieldset><legend>Staff may</legend>
{{#MAY}}<label class="choice"><input type="checkbox" name="may" value="{{MAY_CODE}}"{{#MAY_CHOSEN}} checked{{/MAY_CHOSEN}}> {{MAY_NAME}}</label>
{{/MAY}}
</fieldset>
<div class="actions"><button>Save role and permissions</button></div>
</form>
{{#FACTOR_OFF}}
<form method="post" action="/admin/customers/{{FACTOR_OFF_ID}}/second-factor-off" class="actions">
<input type="hidden" name="csrf" value="{{FACTOR_OFF_CSRF}}">
<button class="danger">Switch the second factor off</button>
</form>
{{/FACTOR_OFF}}
</section>
{{/RIGHTS}}
{{#CHANGE}}
<section class="panel" aria-labelledby="delete-head">
<h2 id="delete-head">Delete</h2>
<p>Reviews, favorites and conversations go, unpaid orders are cancelled, other orders stay for the books without name and address.</p>
<form method="post" action="/admin/customers/{{CHANGE_ID}}/delete">
<input type="hidden" name="csrf" value="{{CHANGE_CSRF}}">
<div class="field"><label for="username">Type the user name to be sure</label><input id="username" name="username" autocomplete="off" maxlength="40"></div>
<button class="danger">Delete this account</button>
</form>
</section>
{{/CHANGE}}
</div>
<aside class="stack">
<section class="panel" aria-labelledby="facts-head">
<h2 id="facts-head">What is known</h2>
<dl class="facts">
<dt>E-mail</dt><dd>{{EMAIL_NOW}} {{#CONFIRMED}}<span class="badge good">confirmed</span>{{/CONFIRMED}}{{#UNCONFIRMED}}<span class="badge warn">not confirmed</span>{{/UNCONFIRMED}}</dd>
{{#SEEN}}<dt>Last log-in</dt><dd>{{SEEN_TEXT}}</dd>{{/SEEN}}
{{#SECOND_FACTOR}}<dt>Second factor</dt><dd>on</dd>{{/SECOND_FACTOR}}
<dt>Orders</dt><dd>{{ORDERS}}</dd>
<dt>Spent</dt><dd>{{SPENT}}</dd>
<dt>Reviews</dt><dd>{{REVIEWS}}</dd>
<dt>Conversations</dt><dd>{{CONVERSATIONS}}</dd>
</dl>
<p><a href="/admin/mail?q={{EMAIL_NOW}}">Letters to this address</a></p>
</section>
<section class="panel" aria-labelledby="orders-head">
<h2 id="orders-head">Newest orders</h2>
{{#NO_ORDERS}}<p>None.</p>{{/NO_ORDERS}}
<ul class="plain-list stack">{{#ORDER}}<li><a href="/admin/order/{{ORDER_ID}}">{{ORDER_NUMBER}}</a> <span class="meta">{{ORDER_PLACED}}, {{ORDER_STATE}}, {{ORDER_PAYMENT}}, {{ORDER_TOTAL}}</span></li>{{/ORDER}}</ul>
</section>
</aside>
</div>
