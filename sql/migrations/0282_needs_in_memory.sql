-- The assistant looks for products in memory (cgi-bin/chat/assortment.h); only product_meets() is still asked.

DROP FUNCTION products_for_needs(jsonb);
DROP FUNCTION unsettled_needs(jsonb);
DROP FUNCTION products_of_need(jsonb);
