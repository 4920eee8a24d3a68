{{%AUTOESCAPE context="HTML"}}
{{! account_page.tpl - body of GET /account; filled by cgi-bin/accounts/account_page.cpp }}
<h1>{{NAME}}</h1>
<div class="columns main-side">
<div class="stack">
<section class="panel" aria-labelledby="details-head">
<h2 id="details-head">Your details</h2>
<dl class="facts">
<dt>User name</dt><dd>{{USERNAME}}</dd>
<dt>E-mail</dt><dd>{{EMAIL}} {{#CONFIRMED}}<span class="badge good">confirmed</span>{{/CONFIRMED}}{{#UNCONFIRMED}}<span class="badge warn">not confirmed</span>{{/UNCONFIRMED}}</dd>
{{#PHONE_KNOWN}}<dt>Phone</dt><dd>{{PHONE_KNOWN_TEXT}}</dd>{{/PHONE_KNOWN}}
{{#ADDRESS_KNOWN}}<dt>Address</dt><dd>{{ADDRESS_KNOWN_TEXT}}</dd>{{/ADDRESS_KNOWN}}
<dt>Customer since</dt><dd>{{SINCE}}</dd>
</dl>
<p><a class="button quiet" href="/account/edit">Change details</a> <a class="button quiet" href="/account/password">Change password</a></p>
{{#UNCONFIRMED}}<form method="post" action="/account/verify/send"><input type="hidden" name="csrf" value="{{UNCONFIRMED_CSRF}}"><button class="quiet">Send a letter to confirm the address</button></form>{{/UNCONFIRMED}}
</section>
<section class="panel" aria-labelledby="devices-head">
<h2 id="devices-head">Other devices</h2>
<p><a href="/account/log-ins">Where you are logged in</a> · <a href="/account/second-factor">Second factor</a></p>
<p>If you have lost a device, or used a public computer, you can end every other log-in at once.</p>
<form method="post" action="/logout-everywhere"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="quiet">Log out everywhere else</button></form>
</section>
<section class="panel" aria-labelledby="watching-head">
<h2 id="watching-head">What the shop remembers of your visits</h2>
{{#WATCHED}}<p>To recommend what suits you, the shop notes which products you look at and search for. It never passes this on.</p>
<form method="post" action="/account/tracking"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="watch" value="no"><button class="quiet">Stop that and forget it</button></form>{{/WATCHED}}
{{#UNWATCHED}}<p>The shop notes nothing about your visits.</p>
<form method="post" action="/account/tracking"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="watch" value="yes"><button class="quiet">Let it make recommendations from my visits</button></form>{{/UNWATCHED}}
</section>
<section aria-labelledby="delete-head">
<h2 id="delete-head">Leaving?</h2>
<p><a href="/account/data">Everything we store about you</a> · <a href="/account/delete">Delete my account</a></p>
</section>
</div>
<nav class="panel" aria-label="What is yours">
<h2>Yours</h2>
<ul class="plain-list stack">
<li><a href="/orders">Orders</a> <span class="meta">{{ORDERS}}</span></li>
<li><a href="/favorites">Favorites</a> <span class="meta">{{FAVORITES}}</span></li>
<li><a href="/chat/history">Conversations</a> <span class="meta">{{CONVERSATIONS}}</span></li>
<li>Reviews <span class="meta">{{REVIEWS}}</span></li>
</ul>
</nav>
</div>
{{#AGAIN}}
<section aria-labelledby="again">
  <h2 id="again">Buy again</h2>
  <ul class="product-grid">
{{AGAIN_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/AGAIN}}
{{#FOR_YOU}}
<section aria-labelledby="for-you">
  <h2 id="for-you">For you</h2>
  <ul class="product-grid">
{{FOR_YOU_PRODUCT_CARDS:none}}
  </ul>
</section>
{{/FOR_YOU}}
