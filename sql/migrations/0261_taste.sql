-- How far a customer's own taste may move what a search finds: percent of a product's score; 0: not at all.
INSERT INTO model_setting (name, value, unit) VALUES
  ('taste_term', 3, 'percent');
