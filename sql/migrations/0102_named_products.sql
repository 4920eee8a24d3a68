-- A need may name products outright: whatever their names look like to a pattern.
CREATE OR REPLACE FUNCTION product_meets(product_id bigint, name text, description text, category_id bigint,
                                         brand_id bigint, needs jsonb)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NOT EXISTS (
    SELECT
      FROM jsonb_to_recordset(needs)
           AS need (products bigint[], categories bigint[], brands bigint[], names text[], "values" text[],
                    pattern text, deep_pattern text, unwanted boolean)
     WHERE need.unwanted = COALESCE(
             product_meets.product_id = ANY (need.products)
          OR category_id = ANY (need.categories)
          OR brand_id = ANY (need.brands)
          OR name ~* NULLIF(need.pattern, '')
          OR description ~* NULLIF(need.deep_pattern, '')
          OR EXISTS (SELECT
                       FROM product_attribute
                       JOIN unnest(need.names, need."values") AS wanted (name, value)
                         ON wanted.name = product_attribute.name AND wanted.value = product_attribute.value
                      WHERE product_attribute.product_id = product_meets.product_id), false))
$$;
