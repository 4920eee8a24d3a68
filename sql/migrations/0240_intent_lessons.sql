-- Sentences whose intent staff told: the intent model learns from them beside those that it ships with.

CREATE TABLE intent_lesson (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The sentence with _product_, _thing_, _brand_, _value_ and _attribute_ for the catalogue's own words,
  -- as the assistant reads it (chat::Understanding::gist).
  gist         text NOT NULL UNIQUE CHECK (length(gist) BETWEEN 1 AND 400 AND gist !~ '[[:cntrl:]]'),
  label        text NOT NULL CHECK (label ~ '^[a-z_]+( [a-z-]+)?$'),  -- an intent; "policy returns"
  labelled_by  bigint REFERENCES account ON DELETE SET NULL,
  labelled_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX intent_lesson_by_account ON intent_lesson (labelled_by) WHERE labelled_by IS NOT NULL;
