-- What the assistant's questions mean in the catalogue: true when a product meets every need.
-- needs: [{"categories": [1], "brands": [2], "names": ["Colour"], "values": ["red"],
--          "pattern": "\\mred\\M", "unwanted": false}]; any one of its parts fulfils a need, and an
-- unwanted need must not be fulfilled. `pattern` looks at the name, `deep_pattern` at the
-- description too.
CREATE FUNCTION product_meets(product_id bigint, name text, description text, category_id bigint,
                              brand_id bigint, needs jsonb)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NOT EXISTS (
    SELECT
      FROM jsonb_to_recordset(needs)
           AS need (categories bigint[], brands bigint[], names text[], "values" text[],
                    pattern text, deep_pattern text, unwanted boolean)
     WHERE need.unwanted = COALESCE(
             category_id = ANY (need.categories)
          OR brand_id = ANY (need.brands)
          OR name ~* NULLIF(need.pattern, '')
          OR description ~* NULLIF(need.deep_pattern, '')
          OR EXISTS (SELECT
                       FROM product_attribute
                       JOIN unnest(need.names, need."values") AS wanted (name, value)
                         ON wanted.name = product_attribute.name AND wanted.value = product_attribute.value
                      WHERE product_attribute.product_id = product_meets.product_id), false))
$$;
