-- A training that kills its program each time is given up; a roll-back by an alarm has its own reason.

ALTER TABLE model_job
  ADD COLUMN attempts smallint NOT NULL DEFAULT 0,
  DROP CONSTRAINT model_job_reason_check,
  ADD CONSTRAINT model_job_reason_check
    CHECK (reason IN ('time', 'data', 'request', 'command', 'alarm'));
