{{%AUTOESCAPE context="HTML"}}
{{! order_mail.tpl - letters about an order (HTML); filled by cgi-bin/mail/letter.cpp from the SQL function order_facts }}
{{#HAS_NAME}}<p>Hello {{NAME}},</p>{{/HAS_NAME}}
{{#PLACED_LETTER}}
<h1>Thank you for your order {{NUMBER}}</h1>
<p>We received it on {{PLACED}}.</p>
{{#HAS_BANK_ACCOUNT}}<p>Please transfer <strong>{{TOTAL}}</strong> to {{BANK_ACCOUNT}} and name <strong>{{NUMBER}}</strong> as the reference. We send your goods when the money is here.</p>{{/HAS_BANK_ACCOUNT}}
{{#HAS_CASH}}<p>You pay {{TOTAL}} in cash when it is delivered.</p>{{/HAS_CASH}}
{{/PLACED_LETTER}}
{{#PAID_LETTER}}
<h1>Order {{NUMBER}} is paid</h1>
<p>We received your payment of {{TOTAL}}. Thank you.</p>
{{/PAID_LETTER}}
{{#SHIPPED_LETTER}}
<h1>Order {{NUMBER}} is on its way</h1>
<p>We handed it to the carrier{{#HAS_SHIPPING_NAME}} ({{SHIPPING_NAME}}){{/HAS_SHIPPING_NAME}}.</p>
{{/SHIPPED_LETTER}}
{{#PART_SHIPPED_LETTER}}
<h1>A part of order {{NUMBER}} is on its way</h1>
<p>We handed a parcel to the carrier; the rest follows.</p>
{{/PART_SHIPPED_LETTER}}
{{#PART_REFUNDED_LETTER}}
<h1>Some money returned for order {{NUMBER}}</h1>
<p>We returned a part of what you paid, by the way that you paid. The bank may take a few days.</p>
{{/PART_REFUNDED_LETTER}}
{{#REFUNDED_LETTER}}
<h1>Money returned for order {{NUMBER}}</h1>
<p>We returned money to you, by the way that you paid. The bank may take a few days.</p>
{{/REFUNDED_LETTER}}
{{#CANCELLED_LETTER}}
<h1>Order {{NUMBER}} is cancelled</h1>
<p>Nothing more will be sent or charged for it.</p>
{{/CANCELLED_LETTER}}
{{#HAS_NOTE}}<p>{{NOTE}}</p>{{/HAS_NOTE}}
<table>
<caption>Order {{NUMBER}}</caption>
<thead><tr><th scope="col">Pieces</th><th scope="col">Product</th><th scope="col">Sum</th></tr></thead>
<tbody>
{{#LINE}}<tr><td>{{LINE_QUANTITY}}</td><td>{{LINE_NAME}}</td><td>{{LINE_SUM}}</td></tr>
{{/LINE}}
</tbody>
<tfoot>
{{#HAS_SUBTOTAL}}<tr><td></td><td>Goods</td><td>{{SUBTOTAL}}</td></tr>{{/HAS_SUBTOTAL}}
{{#DISCOUNT}}<tr><td></td><td>{{DISCOUNT_NAME}}</td><td>{{DISCOUNT_SUM}}</td></tr>{{/DISCOUNT}}
{{#HAS_SHIPPING}}<tr><td></td><td>{{SHIPPING_NAME}}</td><td>{{SHIPPING}}</td></tr>{{/HAS_SHIPPING}}
{{#HAS_TAX_NAME}}<tr><td></td><td>{{TAX_NAME}}{{#HAS_TAX_CONTAINED}}, contained{{/HAS_TAX_CONTAINED}}</td><td>{{TAX}}</td></tr>{{/HAS_TAX_NAME}}
<tr><td></td><td><strong>Total</strong></td><td><strong>{{TOTAL}}</strong></td></tr>
</tfoot>
</table>
{{#HAS_STREET}}<p>Delivered to: {{NAME}}, {{STREET}}, {{POSTAL_CODE}} {{CITY}}, {{COUNTRY}}</p>{{/HAS_STREET}}
{{#HAS_SHOP_URL}}{{#HAS_CHOSEN}}
<h2>Chosen for you</h2>
<ul>
{{#CHOSEN}}<li><a href="{{SHOP_URL}}/product/{{CHOSEN_PRODUCT_ID}}">{{CHOSEN_NAME}}</a>, {{CHOSEN_PRICE}}{{#HAS_CHOSEN_TOGETHER}}: with {{CHOSEN_BECAUSE}} in {{CHOSEN_TOGETHER}} of {{CHOSEN_ORDERS}} orders{{/HAS_CHOSEN_TOGETHER}}{{#HAS_CHOSEN_LIKE}}: much like {{CHOSEN_LIKE}}{{/HAS_CHOSEN_LIKE}}</li>
{{/CHOSEN}}
</ul>
{{/HAS_CHOSEN}}{{/HAS_SHOP_URL}}
{{#HAS_SHOP_URL}}
{{#HAS_CUSTOMER}}<p><a href="{{SHOP_URL}}/order/{{ORDER_ID}}">Look at your order</a></p>{{/HAS_CUSTOMER}}
{{#HAS_GUEST}}<p><a href="{{SHOP_URL}}/order/find">Look at your order</a>: the page asks for the order number and this e-mail address.</p>{{/HAS_GUEST}}
{{/HAS_SHOP_URL}}
