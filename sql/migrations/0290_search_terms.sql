-- What stands beside the words in the order of a search, and how far: the shopkeeper may change it or switch
-- it off with 0.
INSERT INTO model_setting (name, value, unit) VALUES
  ('stock_term', 15, 'percent'),                 -- of its score, that a product loses that is sold out
  ('sales_term', 3, 'percent');                  -- that it gains with each doubling of the pieces sold
