{{%AUTOESCAPE context="HTML"}}
{{! _order_totals.tpl - goods, shipping, tax and total of a cart or an order; filled by cgi-bin/orders/order_totals_pages.cpp }}
<dl class="totals">
  <dt>Goods</dt><dd>{{SUBTOTAL}}</dd>
  {{#DISCOUNT}}<dt>{{DISCOUNT_NAME}}{{#DISCOUNT_CODE}} ({{DISCOUNT_CODE_TEXT}}){{/DISCOUNT_CODE}}</dt><dd>{{#DISCOUNT_LESS}}{{DISCOUNT_LESS_AMOUNT}}{{/DISCOUNT_LESS}}{{#DISCOUNT_SHIPS}}ships free{{/DISCOUNT_SHIPS}}</dd>{{/DISCOUNT}}
  <dt>Shipping{{#SHIPPING_NAME}} ({{SHIPPING_NAME_TEXT}}){{/SHIPPING_NAME}}</dt><dd>{{#PAID_SHIPPING}}{{PAID_SHIPPING_PRICE}}{{/PAID_SHIPPING}}{{#FREE_SHIPPING}}free{{/FREE_SHIPPING}}</dd>
  {{#ADDED_TAX}}<dt>{{ADDED_TAX_NAME}} {{ADDED_TAX_RATE}}</dt><dd>{{ADDED_TAX_AMOUNT}}</dd>{{/ADDED_TAX}}
  <dt class="grand">Total</dt><dd class="grand">{{TOTAL}}</dd>
  {{#INCLUDED_TAX}}<dt class="meta">of which {{INCLUDED_TAX_NAME}} {{INCLUDED_TAX_RATE}}</dt><dd class="meta">{{INCLUDED_TAX_AMOUNT}}</dd>{{/INCLUDED_TAX}}
</dl>
