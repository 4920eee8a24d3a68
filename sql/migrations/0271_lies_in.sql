-- Whether a category is a branch of the tree or lies anywhere below it. A function, so that queries
-- that seldom ask pay nothing for the recursion.
CREATE FUNCTION lies_in(category_id bigint, branch_id bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE above (id) AS (
    SELECT category_id
     UNION
    SELECT category.parent_id
      FROM category
      JOIN above ON above.id = category.id
     WHERE category.parent_id IS NOT NULL
  )
  SELECT EXISTS (SELECT FROM above WHERE id = branch_id)
$$;
