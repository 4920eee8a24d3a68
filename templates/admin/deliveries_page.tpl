{{%AUTOESCAPE context="HTML"}}
{{! deliveries_page.tpl - body of GET /admin/settings/deliveries; filled by cgi-bin/admin/deliveries_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/settings/webhooks">Webhooks</a></li><li aria-current="page">Deliveries</li></ol></nav>
<h1>What other programs were told</h1>
<form method="get" action="/admin/settings/deliveries" class="panel" role="search" aria-label="Deliveries">
  {{#OF}}<input type="hidden" name="endpoint" value="{{OF_ID}}">{{/OF}}
  <div class="field-row">
    <div class="field"><label for="q">Words of the answer, or an event’s id</label><input id="q" name="q" type="search" value="{{QUERY}}" maxlength="100"></div>
    <div class="field"><label for="state">State</label><select id="state" name="state"><option value="">Any</option>{{#STATE}}<option value="{{STATE_VALUE}}"{{#STATE_CHOSEN}} selected{{/STATE_CHOSEN}}>{{STATE_NAME}}</option>{{/STATE}}</select></div>
    <div class="field"><label for="event">Event</label><select id="event" name="event"><option value="">Any</option>{{#EVENT}}<option value="{{EVENT_VALUE}}"{{#EVENT_CHOSEN}} selected{{/EVENT_CHOSEN}}>{{EVENT_VALUE}}</option>{{/EVENT}}</select></div>
  </div>
  <p class="row"><button class="small">Show</button> <a href="/admin/settings/deliveries">Reset</a> <a href="{{FILE_URL}}">As CSV</a></p>
</form>
{{#NONE}}<div class="empty-state"><p>There is no such delivery. The first one is written when something happens of which an <a href="/admin/settings/webhooks">address</a> is told.</p></div>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" tabindex="0" role="region" aria-label="Deliveries">
<table class="table stacks">
  <thead><tr><th scope="col">Event</th><th scope="col">Told to</th><th scope="col">When</th><th scope="col">State</th><th scope="col" class="number">Tries</th><th scope="col">Last answer</th><th scope="col">Again</th></tr></thead>
  <tbody>
  {{#DELIVERY}}<tr><th scope="row" data-label="Event">{{DELIVERY_EVENT}}</th><td data-label="Told to"><span class="break">{{DELIVERY_URL}}</span></td><td data-label="When">{{DELIVERY_AT}}</td><td data-label="State">{{DELIVERY_STATE}}</td><td data-label="Tries" class="number">{{DELIVERY_TRIES}}</td><td data-label="Last answer"><span class="break">{{DELIVERY_ANSWER}}</span></td><td data-label="Again"><form method="post" action="/admin/settings/deliveries/{{DELIVERY_ID}}/replay"><input type="hidden" name="csrf" value="{{DELIVERY_CSRF}}"><button class="quiet small">Tell again<span class="visually-hidden">: {{DELIVERY_EVENT}}, {{DELIVERY_AT}}</span></button></form></td></tr>
  {{/DELIVERY}}
  </tbody>
</table>
</div>
{{/TABLE}}
{{#MORE}}<nav class="pager" aria-label="Pages"><ul><li><a href="{{MORE_URL}}">Older ones</a></li></ul></nav>{{/MORE}}
