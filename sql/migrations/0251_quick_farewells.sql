-- Who leaves is looked for in every table that may name him: by an index, so that deleting an account
-- (or undoing an import of thousands) does not read the shop's whole history for each.
CREATE INDEX order_event_by_account ON order_event (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX shipment_by_account ON shipment (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX refund_by_account ON refund (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX return_request_by_decider ON return_request (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX stock_change_by_account ON stock_change (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX csv_import_by_account ON csv_import (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX model_job_by_account ON model_job (requested_by) WHERE requested_by IS NOT NULL;
