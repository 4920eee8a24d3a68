-- Every search asks which categories changed since the last one: found by an index, not by reading them all.
CREATE INDEX category_by_change ON category (changed_xid);
