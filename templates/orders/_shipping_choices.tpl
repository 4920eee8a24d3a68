{{%AUTOESCAPE context="HTML"}}
{{! _shipping_choices.tpl - the ways to ship to a country, as radio buttons; filled by cgi-bin/orders/order_totals_pages.cpp }}
{{#SHIPPING}}<label class="choice"><input type="radio" name="shipping" value="{{SHIPPING_CODE}}"{{#SHIPPING_CHOSEN}} checked{{/SHIPPING_CHOSEN}}> {{SHIPPING_METHOD}}, {{SHIPPING_DAYS}} working days <span class="price">{{#SHIPPING_PAID}}{{SHIPPING_PAID_PRICE}}{{/SHIPPING_PAID}}{{#SHIPPING_FREE}}free{{/SHIPPING_FREE}}</span></label>{{/SHIPPING}}
{{#NO_SHIPPING}}<p class="warning">Sorry, we do not ship to this country.</p>{{/NO_SHIPPING}}
