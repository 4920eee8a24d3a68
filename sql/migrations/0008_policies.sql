-- What the shop promises: shown at /policies/{slug}, cited by the assistant paragraph by paragraph.

CREATE TABLE policy (
  slug   text PRIMARY KEY,
  title  text NOT NULL
);

CREATE TABLE policy_paragraph (
  policy    text NOT NULL REFERENCES policy ON DELETE CASCADE,
  position  smallint NOT NULL,
  heading   text NOT NULL,
  body      text NOT NULL,
  PRIMARY KEY (policy, position)
);
