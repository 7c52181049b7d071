-- Room inbox. Keys of contacts are text compared by bytes, as ContactKey.compareTo compares them.
CREATE TABLE inbound_event (
  contact_key  text COLLATE "C" NOT NULL,
  external_id  text COLLATE "C" NOT NULL,
  kind         text NOT NULL,
  occurred_at  timestamptz NOT NULL,
  arrived_at   timestamptz NOT NULL,
  state        text NOT NULL DEFAULT 'handled', -- handled, set_aside, too_old, recorded
  error        text,
  payload      bytea NOT NULL,
  PRIMARY KEY (contact_key, external_id)
);

-- Retention deletes by time; few distinct days, so a small index.
CREATE INDEX inbound_event_arrived ON inbound_event (arrived_at);
CREATE INDEX inbound_event_set_aside ON inbound_event (arrived_at) WHERE state = 'set_aside';

-- What came for nobody we know: an unknown number of ours, an event without a sender.
CREATE TABLE unrouted_event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source      text NOT NULL,
  reason      text NOT NULL,
  arrived_at  timestamptz NOT NULL,
  payload     bytea NOT NULL
);
