{{%AUTOESCAPE context="HTML"}}
{{! letters_page.tpl - body of GET /admin/mail; filled by cgi-bin/admin/letters_page.cpp }}
<h1>Letters to customers</h1>
<ul class="tiles">
  <li class="tile"><strong>{{WAITING}}</strong> waiting</li>
  <li class="tile"><strong>{{SENT}}</strong> sent in 90 days</li>
  <li class="tile"><strong>{{DEAD}}</strong> given up</li>
</ul>
{{#AGAIN}}
<form method="post" action="/admin/mail/again" class="actions">
  <input type="hidden" name="csrf" value="{{AGAIN_CSRF}}">
  <button class="quiet">Send all given-up letters again</button>
</form>
{{/AGAIN}}
<form method="get" action="/admin/mail" class="inline-form" role="search" aria-label="Letters">
  <div><label for="q">Address</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="254"></div>
  <div><label for="state">State</label>
  <select id="state" name="state">
    <option value=""{{#ANY_CHOSEN}} selected{{/ANY_CHOSEN}}>Any</option>
    <option value="waiting"{{#WAITING_CHOSEN}} selected{{/WAITING_CHOSEN}}>Waiting</option>
    <option value="sent"{{#SENT_CHOSEN}} selected{{/SENT_CHOSEN}}>Sent</option>
    <option value="dead"{{#DEAD_CHOSEN}} selected{{/DEAD_CHOSEN}}>Given up</option>
  </select></div>
  <button>Search</button>
</form>
<p><a href="{{FILE}}">As CSV</a></p>
<h2 id="letters">Newest first</h2>
{{#NONE}}<p class="empty-state">There are no such letters. <a href="/admin/mail">Show all</a></p>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="letters">
<table class="table stacks">
  <thead><tr><th scope="col">Letter</th><th scope="col">To</th><th scope="col">Written</th><th scope="col">State</th><th scope="col" class="number">Tries</th><th scope="col">Last problem</th></tr></thead>
  <tbody>
  {{#LETTER}}<tr><th scope="row" data-label="Letter"><a href="/admin/mail/{{LETTER_ID}}">{{LETTER_KIND}}</a></th><td data-label="To">{{LETTER_RECIPIENT}}</td><td data-label="Written">{{LETTER_MADE}}</td><td data-label="State">{{LETTER_STATE}}</td><td data-label="Tries" class="number">{{LETTER_ATTEMPTS}}</td><td data-label="Last problem">{{LETTER_ERROR}}</td></tr>
  {{/LETTER}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#OLDER}}<p><a class="button quiet" href="{{OLDER_URL}}">Older letters</a></p>{{/OLDER}}
