-- Room outbox: calls that flows make to services. A row lives until the call has an answer, which
-- becomes an owed_event in the statement that deletes the row. Times are machine time.
CREATE TABLE http_call (
  contact_key  text COLLATE "C" NOT NULL,
  id           bigint GENERATED ALWAYS AS IDENTITY,
  token        bigint NOT NULL,           -- of the wait that the answer ends
  service      text NOT NULL,             -- host and port
  call         json NOT NULL,             -- json keeps numbers and the order of keys as they are
  repeatable   boolean NOT NULL,
  -- queued: it has not left, or may leave again; begun: it may have left, and must not leave again
  state        text NOT NULL DEFAULT 'queued',
  attempts     integer NOT NULL DEFAULT 0,
  overdue_at   timestamptz NOT NULL,      -- not begun any more after this
  owner        text,                      -- the lease: replica and a number, new with every taking
  lease_until  timestamptz,
  due_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (contact_key, id)
);

-- Calls that wait for a replica, looked for by every one of them.
CREATE INDEX http_call_due ON http_call (due_at) WHERE owner IS NULL;
-- Calls whose replica is gone.
CREATE INDEX http_call_lease ON http_call (lease_until) WHERE owner IS NOT NULL;

-- kind http_answered
ALTER TABLE owed_event ADD COLUMN answer json;
