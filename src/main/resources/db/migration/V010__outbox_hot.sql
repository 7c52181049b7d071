-- Room outbox: what was measured to matter on the way of every message (docs/performance.md).

-- Whether a listed id is ours is asked for contacts with an unclear send only: it goes by the
-- contact now, and no message pays for an index of its own.
DROP INDEX outbox_message_vendor_id;

-- These rows change twice with every message, and what an update leaves behind is dead at once.
-- Small vacuums often, instead of one in an hour that finds a table grown by its dead rows.
ALTER TABLE recipient SET (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000,
  autovacuum_analyze_scale_factor = 0.1);
ALTER TABLE outbox_message SET (
  autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 5000,
  autovacuum_analyze_scale_factor = 0.1);
