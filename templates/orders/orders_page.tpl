{{%AUTOESCAPE context="HTML"}}
{{! orders_page.tpl - body of GET /orders; filled by cgi-bin/orders/orders_page.cpp }}
<h1>Your orders</h1>
{{#NONE}}
<div class="empty-state">
  <p>You have not ordered anything yet.</p>
  <p><a class="button" href="/">Look around</a></p>
</div>
{{/NONE}}
{{#TEMP}}
<article class="order-card temp">
  <div>
    <h2><a href="/cart">Your open order</a> <span class="badge warn">TEMP</span></h2>
    <p>{{TEMP_FIRST}}{{#TEMP_MORE}} and more{{/TEMP_MORE}} · pieces: {{TEMP_PIECES}} · goods for <strong>{{TEMP_TOTAL}}</strong></p>
    <p class="meta">Begun on {{TEMP_DAY}}. Not placed yet: you can still change it.</p>
  </div>
  <div class="row">
    <a class="button small" href="/checkout">To checkout</a>
    <a class="button quiet small" href="/cart">Change it</a>
    <form method="post" action="/cart/clear"><input type="hidden" name="csrf" value="{{TEMP_CSRF}}"><button class="link-button">Delete it</button></form>
  </div>
</article>
{{/TEMP}}
{{#ORDER}}
<article class="order-card">
  <div>
    <h2><a href="/order/{{ORDER_ID}}">Order {{ORDER_NUMBER}}</a></h2>
    <p>{{ORDER_FIRST}}{{#ORDER_MORE}} and more{{/ORDER_MORE}} · pieces: {{ORDER_PIECES}} · <strong>{{ORDER_TOTAL}}</strong></p>
    <p class="meta">Placed on {{ORDER_DAY}}<span class="visually-hidden"> (CLOSE)</span></p>
  </div>
  <p><span class="badge {{ORDER_TONE}}">{{ORDER_PROGRESS}}</span> <span class="badge">{{ORDER_PAYMENT}}</span></p>
</article>
{{/ORDER}}
{{#OLDER}}<nav class="pager" aria-label="More orders"><ul><li><a href="/orders?before={{OLDER_ID}}" rel="next">Older orders</a></li></ul></nav>{{/OLDER}}
