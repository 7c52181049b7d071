-- Room outbox: rates that all replicas keep together, and what is still to be asked for.

-- A bucket is told by one time. A few narrow rows, changed some times a second and never indexed
-- by what changes: most of each page stays empty, so that every change finds room beside the old
-- row and vacuum has nothing to do.
CREATE TABLE rate_bucket (
  name     text PRIMARY KEY,
  full_at  timestamptz NOT NULL   -- machine time at which nothing drawn counts any more
) WITH (fillfactor = 20);

-- Messages whose delivery nobody tells us: to be asked for. A row lives until the answer is final
-- or the last question was asked; the question's time is moved on by the statement that takes it,
-- so that one who dies over it delays one question only.
CREATE TABLE status_poll (
  contact_key  text COLLATE "C" NOT NULL,
  sequence     bigint NOT NULL,
  channel      text NOT NULL,
  message_id   text NOT NULL,               -- the vendor's
  asked        integer NOT NULL DEFAULT 0,  -- how often
  next_at      timestamptz NOT NULL,        -- machine time
  PRIMARY KEY (contact_key, sequence)
);

-- The questions that are due, a channel's longest due first.
CREATE INDEX status_poll_due ON status_poll (channel, next_at);

-- Retention goes by this. Messages are put in the order of time and a batch at one time, so the
-- index grows at its right edge, and equal times share one entry; put_at never changes, so settling
-- a message still finds room beside the old row. An index by settled_at would forbid that, and one
-- of block ranges would be worth nothing once deleted rows have made room for new ones.
CREATE INDEX outbox_message_put ON outbox_message (put_at);
