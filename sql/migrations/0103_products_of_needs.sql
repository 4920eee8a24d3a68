-- Which products may meet the assistant's needs, by the indexes: product_meets() then looks at these
-- alone instead of at the whole catalogue.

-- Products that fulfil one need (see product_meets()); without its deep_pattern, which no index helps.
CREATE FUNCTION products_of_need(need jsonb) RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 300 AS $$
DECLARE
  wanted_categories bigint[] := ARRAY(SELECT jsonb_array_elements_text(need -> 'categories')::bigint);
  wanted_brands bigint[] := ARRAY(SELECT jsonb_array_elements_text(need -> 'brands')::bigint);
  wanted_pattern text := need ->> 'pattern';
BEGIN
  RETURN QUERY SELECT jsonb_array_elements_text(need -> 'products')::bigint;
  IF wanted_categories <> '{}' THEN
    RETURN QUERY SELECT id FROM product WHERE category_id = ANY (wanted_categories);
  END IF;
  IF wanted_brands <> '{}' THEN
    RETURN QUERY SELECT id FROM product WHERE brand_id = ANY (wanted_brands);
  END IF;
  IF wanted_pattern <> '' THEN
    -- EXECUTE plans with the pattern known, so that the index of trigrams is used.
    RETURN QUERY EXECUTE 'SELECT id FROM product WHERE name ~* $1' USING wanted_pattern;
  END IF;
  IF jsonb_array_length(need -> 'names') > 0 THEN
    RETURN QUERY SELECT product_attribute.product_id
                   FROM jsonb_array_elements_text(need -> 'names') WITH ORDINALITY AS wanted (name, place)
                   JOIN jsonb_array_elements_text(need -> 'values') WITH ORDINALITY AS given (value, place)
                     USING (place)
                   JOIN product_attribute USING (name, value);
  END IF;
END
$$;

-- Products that may meet all needs: those of the wanted needs that an index helps with. All products
-- when there is no such need.
CREATE FUNCTION products_for_needs(needs jsonb) RETURNS SETOF bigint LANGUAGE plpgsql STABLE ROWS 300 AS $$
DECLARE
  need jsonb;
  found bigint[];
BEGIN
  FOR need IN SELECT value FROM jsonb_array_elements(needs)
               WHERE NOT (value ->> 'unwanted')::boolean AND value ->> 'deep_pattern' = ''
  LOOP
    IF found IS NULL THEN
      found := ARRAY(SELECT DISTINCT products_of_need(need));
    ELSE
      found := ARRAY(SELECT unnest(found) INTERSECT SELECT products_of_need(need));
    END IF;
  END LOOP;
  IF found IS NULL THEN
    RETURN QUERY SELECT id FROM product;
  ELSE
    RETURN QUERY SELECT unnest(found);
  END IF;
END
$$;

-- The needs that products_for_needs() does not settle; NULL when there are none.
CREATE FUNCTION unsettled_needs(needs jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_agg(value)
    FROM jsonb_array_elements(needs)
   WHERE (value ->> 'unwanted')::boolean
      OR value ->> 'deep_pattern' <> ''
$$;
