-- What was said of customers, kept until it can be compared with what came: one cut-off a week.

CREATE TABLE prediction_past (
  cut_at       timestamptz NOT NULL,
  account_id   bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  churn        real,
  spend_cents  bigint,
  version_id   bigint REFERENCES model_version,  -- of the churn model
  PRIMARY KEY (account_id, cut_at)
);
CREATE INDEX prediction_past_by_time ON prediction_past (cut_at);
