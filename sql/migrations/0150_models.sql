-- What the models learn from, what they are, and what they say.

-- One row per order of a known customer. An order that was cancelled or came back counts as long as
-- nobody knew: until undone_at.
CREATE VIEW model_purchase AS
SELECT o.id AS order_id, o.account_id, o.placed_at AS at, o.subtotal_cents AS amount_cents,
       CASE WHEN o.state = 'cancelled' THEN o.cancelled_at
            WHEN o.state = 'returned' THEN
              COALESCE((SELECT min(e.at) FROM order_event e WHERE e.order_id = o.id AND e.kind = 'returned'),
                       o.placed_at)
       END AS undone_at
  FROM sales_order o
 WHERE o.state <> 'temp' AND o.account_id IS NOT NULL;

-- Every model that was ever trained on the shop's data, published or not.
CREATE TABLE model_version (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model          text NOT NULL,                  -- 'recommend', 'churn', 'spending'
  trained_at     timestamptz NOT NULL DEFAULT now(),
  window_from    timestamptz NOT NULL,           -- what it learnt from
  window_to      timestamptz NOT NULL,
  code_version   text NOT NULL,
  parameters     jsonb NOT NULL,
  seed           bigint NOT NULL,
  metrics        jsonb NOT NULL,                 -- on held-out data, beside champion and baseline
  artifact       bytea NOT NULL,
  artifact_hash  text NOT NULL GENERATED ALWAYS AS (encode(sha256(artifact), 'hex')) STORED,
  verdict        text NOT NULL,                  -- one sentence: why it was published or not
  state          text NOT NULL CHECK (state IN ('refused', 'active', 'retired')),
  activated_at   timestamptz,
  CHECK (window_from < window_to),
  CHECK (state = 'refused' OR activated_at IS NOT NULL)
);
CREATE UNIQUE INDEX model_version_one_active ON model_version (model) WHERE state = 'active';
CREATE INDEX model_version_by_age ON model_version (model, id DESC);

-- What tools/retrain was asked to do and how far it is.
CREATE TABLE model_job (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model          text NOT NULL,
  reason         text NOT NULL CHECK (reason IN ('time', 'data', 'request', 'command')),
  forced         boolean NOT NULL DEFAULT false, -- publish whatever the comparison says
  requested_at   timestamptz NOT NULL DEFAULT now(),
  requested_by   bigint REFERENCES account ON DELETE SET NULL,
  state          text NOT NULL DEFAULT 'waiting'
                 CHECK (state IN ('waiting', 'running', 'published', 'kept', 'failed', 'stopped')),
  stop_wanted    boolean NOT NULL DEFAULT false,
  started_at     timestamptz,
  finished_at    timestamptz,
  progress       smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  step           text NOT NULL DEFAULT '',       -- what it does now
  message        text NOT NULL DEFAULT '',       -- how it ended, one sentence
  peak_kb        bigint,
  version_id     bigint REFERENCES model_version,
  CHECK ((finished_at IS NOT NULL) = (state IN ('published', 'kept', 'failed', 'stopped')))
);
CREATE UNIQUE INDEX model_job_one_open ON model_job (model) WHERE state IN ('waiting', 'running');
CREATE INDEX model_job_by_age ON model_job (id DESC);

-- How training is done; staff may change the values.
CREATE TABLE model_setting (
  name   text PRIMARY KEY,
  value  double precision NOT NULL CHECK (value BETWEEN 0 AND 1000000),
  unit   text NOT NULL
);
INSERT INTO model_setting (name, value, unit) VALUES
  ('margin', 0, 'of the figure'),                -- a new model must be better by more than this
  ('window_days', 730, 'days'),                  -- how far back the data go
  ('horizon_days', 90, 'days'),                  -- churn and spending look so far ahead
  ('every_hours', 24, 'hours'),                  -- --watch trains by itself so often …
  ('new_samples', 100, 'orders'),                -- … or after so many new orders
  ('drift_alarm', 0.25, 'PSI'),                  -- a feature that moved more raises an alarm
  ('rollback_share', 0.8, 'of the figure');      -- live figures below this part of the promise roll back

-- What goes with a product, best first.
CREATE TABLE item_neighbour (
  product_id    bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  rank          smallint NOT NULL CHECK (rank >= 1),
  neighbour_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  weight        real NOT NULL,
  together      integer NOT NULL,                -- orders with both …
  orders        integer NOT NULL,                -- … of so many with product_id
  PRIMARY KEY (product_id, rank)
);
CREATE INDEX item_neighbour_back ON item_neighbour (neighbour_id);

-- What a customer may like, best first.
CREATE TABLE account_recommendation (
  account_id  bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  rank        smallint NOT NULL CHECK (rank >= 1),
  product_id  bigint NOT NULL REFERENCES product ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('goes_with', 'again', 'popular')),
  because_id  bigint REFERENCES product ON DELETE CASCADE,   -- goes_with: what the customer has
  together    integer NOT NULL DEFAULT 0,        -- goes_with: orders with both; again: own orders with it
  orders      integer NOT NULL DEFAULT 0,        -- goes_with: orders with because_id; again: own orders
  score       real NOT NULL,
  PRIMARY KEY (account_id, rank)
);
CREATE INDEX account_recommendation_by_product ON account_recommendation (product_id);
CREATE INDEX account_recommendation_because ON account_recommendation (because_id);

-- What a customer will probably do within the horizon.
CREATE TABLE customer_prediction (
  account_id          bigint PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  cut_at              timestamptz NOT NULL,      -- nothing later was looked at
  churn               real CHECK (churn BETWEEN 0 AND 1),     -- the chance of no purchase
  spend_cents         bigint CHECK (spend_cents >= 0),        -- expected
  purchases           real CHECK (purchases >= 0),            -- expected days with purchases
  churn_reasons       jsonb NOT NULL DEFAULT '[]',            -- [{"feature", "value", "adds"}], largest first
  churn_version_id    bigint REFERENCES model_version,
  spending_version_id bigint REFERENCES model_version
);
CREATE INDEX customer_prediction_by_churn ON customer_prediction (churn DESC, account_id);
CREATE INDEX customer_prediction_by_spend ON customer_prediction (spend_cents DESC, account_id);

-- How the published models do, day by day: hit rates, errors once the future is known, drift.
CREATE TABLE model_metric (
  day         date NOT NULL,
  model       text NOT NULL,
  metric      text NOT NULL,                     -- 'hit_rate', 'churn_auc', 'psi:idle_days' …
  version_id  bigint REFERENCES model_version,
  value       double precision NOT NULL,
  samples     integer NOT NULL,
  alarm       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (model, metric, day)
);
