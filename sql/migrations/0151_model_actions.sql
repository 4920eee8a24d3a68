-- A job may also make an earlier version serve again.

ALTER TABLE model_job
  ADD COLUMN action text NOT NULL DEFAULT 'train' CHECK (action IN ('train', 'activate')),
  ADD COLUMN target_id bigint REFERENCES model_version,
  ADD CONSTRAINT model_job_target CHECK ((action = 'activate') = (target_id IS NOT NULL));
