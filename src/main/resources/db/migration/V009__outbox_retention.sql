-- Room outbox: retention without an index. One by put_at made a sixth more write-ahead log of each
-- message (943 bytes against 805: settling changes state, which other indexes ask for, so each
-- message is entered twice), for what happens once in 90 days. So retention reads the table as it
-- lies, block by block, some times a day.
DROP INDEX outbox_message_put;

-- How far the replicas have come together.
CREATE TABLE outbox_retention (
  only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next_block   bigint NOT NULL DEFAULT 0,
  rests_until  timestamptz NOT NULL DEFAULT now()  -- machine time
);
INSERT INTO outbox_retention DEFAULT VALUES;
