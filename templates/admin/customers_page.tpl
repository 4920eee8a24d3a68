{{%AUTOESCAPE context="HTML"}}
{{! customers_page.tpl - body of GET /admin/customers; filled by cgi-bin/admin/customers_page.cpp }}
<h1>Customers and staff</h1>
<form method="get" action="/admin/customers" class="inline-form" role="search" aria-label="Customers and staff">
  <div><label for="q">Name, user name or e-mail</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="200"></div>
  <div><label for="role">Role</label>
  <select id="role" name="role">
    <option value="">Any</option>
    <option value="customer"{{#CUSTOMER_CHOSEN}} selected{{/CUSTOMER_CHOSEN}}>Customers</option>
    <option value="staff"{{#STAFF_CHOSEN}} selected{{/STAFF_CHOSEN}}>Staff</option>
    <option value="admin"{{#ADMIN_CHOSEN}} selected{{/ADMIN_CHOSEN}}>Admins</option>
  </select></div>
  <label class="choice"><input type="checkbox" name="locked" value="1"{{#LOCKED_CHOSEN}} checked{{/LOCKED_CHOSEN}}> Locked only</label>
  <button>Search</button>
</form>
<h2 id="people">Newest first</h2>
{{#NONE}}<p class="empty-state">There is nobody like that. <a href="/admin/customers">Show everybody</a></p>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="people">
<table class="table stacks">
  <thead><tr><th scope="col">User name</th><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Role</th><th scope="col">Since</th><th scope="col">Last log-in</th><th scope="col" class="number">Orders</th></tr></thead>
  <tbody>
  {{#PERSON}}<tr><th scope="row" data-label="User name"><span class="break"><a href="/admin/customers/{{PERSON_ID}}">{{PERSON_USERNAME}}</a>{{#PERSON_LOCKED}} <span class="badge bad">locked</span>{{/PERSON_LOCKED}}</span></th><td data-label="Name">{{PERSON_NAME}}</td><td data-label="E-mail"><span class="break">{{PERSON_EMAIL}}</span></td><td data-label="Role">{{PERSON_ROLE}}</td><td data-label="Since">{{PERSON_SINCE}}</td><td data-label="Last log-in">{{PERSON_SEEN}}</td><td data-label="Orders" class="number">{{PERSON_ORDERS}}</td></tr>
  {{/PERSON}}
  </tbody>
</table>
</div>
{{/TABLE}}
<p class="actions">{{#OLDER}}<a class="button quiet" href="{{OLDER_URL}}">Older accounts</a> {{/OLDER}}<a class="button quiet" href="{{FILE_URL}}">Download as CSV</a> <a href="/admin/imports">Read customers in</a></p>
