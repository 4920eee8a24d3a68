-- What the search learnt from visitors: a factor on a product's score, 1 where nothing is known.

CREATE TABLE search_factor (
  product_id  bigint PRIMARY KEY REFERENCES product ON DELETE CASCADE,
  factor      real NOT NULL CHECK (factor BETWEEN 0.1 AND 10)
);

INSERT INTO model_setting (name, value, unit) VALUES
  ('search_term', 1, 'yes or no');               -- 0: the search goes by words, stock and sales alone
