{{%AUTOESCAPE context="HTML"}}
{{! packing_slip_page.tpl - body of GET /admin/order/{id}/packing-slip; filled by cgi-bin/admin/packing_slip_page.cpp }}
<article class="sheet">
<p class="no-print"><a href="{{BACK}}">Back to order {{NUMBER}}</a> · Print this page with your browser; only the slip is printed.</p>
<div class="sheet-head">
  <p class="brand">{{SHOP}}</p>
  <address>{{NAME}}<br>{{STREET}}<br>{{POSTAL_CODE}} {{CITY}}<br>{{COUNTRY}}</address>
</div>
<h1>Packing slip</h1>
<dl class="facts">
  <dt>Order</dt><dd>{{NUMBER}}, placed on {{DAY}}</dd>
  <dt>Shipping</dt><dd>{{SHIPPING}}</dd>
</dl>
<table class="table stacks">
  <thead><tr><th scope="col">Stock code</th><th scope="col">Product</th><th scope="col" class="number">Pieces</th><th scope="col" class="number">To send</th><th scope="col">Lies in</th></tr></thead>
  <tbody>
  {{#LINE}}<tr><td data-label="Stock code">{{LINE_SKU}}</td><th scope="row" data-label="Product">{{LINE_NAME}}</th><td data-label="Pieces" class="number">{{LINE_PIECES}}</td><td data-label="To send" class="number">{{LINE_LEFT}}</td><td data-label="Lies in">{{LINE_PLACE}}</td></tr>{{/LINE}}
  </tbody>
</table>
</article>
