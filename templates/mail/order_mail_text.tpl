{{! order_mail_text.tpl - letters about an order (plain text); line one is the subject; filled by cgi-bin/mail/letter.cpp }}
{{#PLACED_LETTER}}Thank you for your order {{NUMBER}}{{/PLACED_LETTER}}{{#PAID_LETTER}}Order {{NUMBER}} is paid{{/PAID_LETTER}}{{#SHIPPED_LETTER}}Order {{NUMBER}} is on its way{{/SHIPPED_LETTER}}{{#PART_SHIPPED_LETTER}}A part of order {{NUMBER}} is on its way{{/PART_SHIPPED_LETTER}}{{#PART_REFUNDED_LETTER}}Some money returned for order {{NUMBER}}{{/PART_REFUNDED_LETTER}}{{#REFUNDED_LETTER}}Money returned for order {{NUMBER}}{{/REFUNDED_LETTER}}{{#CANCELLED_LETTER}}Order {{NUMBER}} is cancelled{{/CANCELLED_LETTER}}
{{BI_SPACE}}
{{#HAS_NAME}}Hello {{NAME}},{{/HAS_NAME}}
{{BI_SPACE}}
{{#PLACED_LETTER}}
We received your order {{NUMBER}} on {{PLACED}}.
{{#HAS_BANK_ACCOUNT}}Please transfer {{TOTAL}} to
  {{BANK_ACCOUNT}}
and name {{NUMBER}} as the reference. We send your goods when the money is here.{{/HAS_BANK_ACCOUNT}}
{{#HAS_CASH}}You pay {{TOTAL}} in cash when it is delivered.{{/HAS_CASH}}
{{/PLACED_LETTER}}
{{#PAID_LETTER}}We received your payment of {{TOTAL}}. Thank you.{{/PAID_LETTER}}
{{#SHIPPED_LETTER}}We handed order {{NUMBER}} to the carrier{{#HAS_SHIPPING_NAME}} ({{SHIPPING_NAME}}){{/HAS_SHIPPING_NAME}}.{{/SHIPPED_LETTER}}
{{#PART_SHIPPED_LETTER}}We handed a parcel to the carrier; the rest follows.{{/PART_SHIPPED_LETTER}}
{{#PART_REFUNDED_LETTER}}We returned a part of what you paid, by the way that you paid. The bank may take a few days.{{/PART_REFUNDED_LETTER}}
{{#REFUNDED_LETTER}}We returned money to you, by the way that you paid. The bank may take a few days.{{/REFUNDED_LETTER}}
{{#CANCELLED_LETTER}}Order {{NUMBER}} is cancelled. Nothing more will be sent or charged for it.{{/CANCELLED_LETTER}}
{{BI_SPACE}}
{{#HAS_NOTE}}{{NOTE}}{{/HAS_NOTE}}
{{BI_SPACE}}
{{#LINE}}{{LINE_QUANTITY}} x {{LINE_NAME}}: {{LINE_SUM}}
{{/LINE}}
{{#HAS_SUBTOTAL}}Goods: {{SUBTOTAL}}{{/HAS_SUBTOTAL}}
{{#DISCOUNT}}{{DISCOUNT_NAME}}: {{DISCOUNT_SUM}}
{{/DISCOUNT}}
{{#HAS_SHIPPING}}{{SHIPPING_NAME}}: {{SHIPPING}}{{/HAS_SHIPPING}}
{{#HAS_TAX_NAME}}{{TAX_NAME}}{{#HAS_TAX_CONTAINED}}, contained{{/HAS_TAX_CONTAINED}}: {{TAX}}{{/HAS_TAX_NAME}}
Total: {{TOTAL}}
{{BI_SPACE}}
{{#HAS_STREET}}Delivered to: {{NAME}}, {{STREET}}, {{POSTAL_CODE}} {{CITY}}, {{COUNTRY}}{{/HAS_STREET}}
{{BI_SPACE}}
{{#HAS_SHOP_URL}}{{#HAS_CHOSEN}}Chosen for you:
{{#CHOSEN}}- {{CHOSEN_NAME}}, {{CHOSEN_PRICE}}{{#HAS_CHOSEN_TOGETHER}}: with {{CHOSEN_BECAUSE}} in {{CHOSEN_TOGETHER}} of {{CHOSEN_ORDERS}} orders{{/HAS_CHOSEN_TOGETHER}}{{#HAS_CHOSEN_LIKE}}: much like {{CHOSEN_LIKE}}{{/HAS_CHOSEN_LIKE}}
  {{SHOP_URL}}/product/{{CHOSEN_PRODUCT_ID}}
{{/CHOSEN}}{{/HAS_CHOSEN}}{{/HAS_SHOP_URL}}
{{BI_SPACE}}
{{#HAS_SHOP_URL}}
{{#HAS_CUSTOMER}}Look at your order: {{SHOP_URL}}/order/{{ORDER_ID}}{{/HAS_CUSTOMER}}
{{#HAS_GUEST}}Look at your order, with its number and this e-mail address: {{SHOP_URL}}/order/find{{/HAS_GUEST}}
{{/HAS_SHOP_URL}}
--{{BI_SPACE}}
{{SHOP_NAME}}
