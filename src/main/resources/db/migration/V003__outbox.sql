-- Room outbox. Leases, back-off and rates are machine time, by the database's clock, now(), since it
-- is the one clock all replicas share. Business time comes in as a parameter, never from now().
CREATE TABLE recipient (
  contact_key       text COLLATE "C" PRIMARY KEY,
  channel           text NOT NULL,
  address           text,            -- E.164; null: cannot be answered
  window_closes_at  timestamptz,     -- business time, margin taken off
  window_refused    timestamptz,     -- the window_closes_at which the channel says is closed already
  opted_out         boolean NOT NULL DEFAULT false,
  silent            boolean NOT NULL DEFAULT false,
  silent_since      bigint NOT NULL DEFAULT 0, -- sequence: free messages up to here are superseded
  last_sequence     bigint NOT NULL DEFAULT 0,
  owner             text,            -- the lease: replica and a number, new with every taking
  lease_until       timestamptz,
  due_at            timestamptz,     -- nobody sends, but messages wait: when to go on
  bucket_full_at    timestamptz      -- pair rate: when nothing sent counts any more; null: now
) WITH (fillfactor = 70);

-- Contacts that wait for a sender, looked for by every replica.
CREATE INDEX recipient_due ON recipient (channel, due_at)
  WHERE owner IS NULL AND due_at IS NOT NULL;
-- Contacts whose sender is gone.
CREATE INDEX recipient_lease ON recipient (lease_until) WHERE owner IS NOT NULL;

CREATE TABLE outbox_message (
  contact_key         text COLLATE "C" NOT NULL,
  sequence            bigint NOT NULL,
  purpose             text NOT NULL,
  token               bigint NOT NULL,
  message             jsonb NOT NULL,
  free                boolean NOT NULL,   -- not a template: needs an open window
  -- queued, begun, unclear, then for good: accepted, refused, superseded, expired, dropped, left
  state               text NOT NULL DEFAULT 'queued',
  attempts            integer NOT NULL DEFAULT 0,
  put_at              timestamptz NOT NULL, -- business time
  begun_at            timestamptz,          -- machine time of the attempt under way
  unclear_since       timestamptz,          -- machine time at which the attempt ended without an answer
  settled_at          timestamptz,          -- business time
  message_id          text,                 -- the vendor's
  channel_message_id  text,                 -- WhatsApp's
  delivery            text,                 -- sent, delivered, read, failed
  delivery_at         timestamptz,
  why                 text,
  PRIMARY KEY (contact_key, sequence)
) WITH (fillfactor = 70);

-- Not yet settled, by contact and order: the head of each contact's queue.
CREATE INDEX outbox_message_pending ON outbox_message (contact_key, sequence)
  WHERE state IN ('queued', 'begun', 'unclear');
-- Sends to be looked up, longest unclear first.
CREATE INDEX outbox_message_unclear ON outbox_message (unclear_since) WHERE state = 'unclear';
-- Delivery statuses come by WhatsApp's id.
CREATE INDEX outbox_message_channel_id ON outbox_message (channel_message_id)
  WHERE channel_message_id IS NOT NULL;
-- An unclear send asks whether a listed id is already ours.
CREATE INDEX outbox_message_vendor_id ON outbox_message (message_id) WHERE message_id IS NOT NULL;

-- What conversations must still be told of their messages. Written by the statement that changes the
-- message, deleted when the inbox has it; the inbox drops what it was told twice.
CREATE TABLE owed_event (
  contact_key  text COLLATE "C" NOT NULL,
  external_id  text NOT NULL,
  kind         text NOT NULL,             -- undelivered, window_closed
  purposes     text[] NOT NULL,
  token        bigint NOT NULL DEFAULT 0,
  why          text NOT NULL DEFAULT '',
  by_channel   boolean NOT NULL DEFAULT false,
  occurred_at  timestamptz NOT NULL,      -- business time
  owed_since   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (contact_key, external_id)
);
CREATE INDEX owed_event_since ON owed_event (owed_since);

-- Statuses that came before the answer that tells their id; kept for a day.
CREATE TABLE early_status (
  channel_message_id  text NOT NULL,
  delivery            text NOT NULL,
  occurred_at         timestamptz NOT NULL,
  error               text,
  arrived_at          timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (channel_message_id, delivery)
);
CREATE INDEX early_status_arrived ON early_status (arrived_at);

-- 429: until when a key must not send, for all replicas. The key itself is never stored.
CREATE TABLE api_key_pause (
  key_hash      text PRIMARY KEY,
  paused_until  timestamptz NOT NULL,
  why           text NOT NULL
);

-- A key's list of sent messages is asked for by one replica at a time.
CREATE TABLE api_key_lookup (
  key_hash  text PRIMARY KEY,
  next_at   timestamptz NOT NULL
);

-- A channel whose key or account was refused; a new key has another hash and is not stopped.
CREATE TABLE channel_stop (
  channel        text NOT NULL,
  key_hash       text NOT NULL,
  code           text NOT NULL,
  why            text NOT NULL,
  stopped_at     timestamptz NOT NULL DEFAULT now(),
  next_probe_at  timestamptz NOT NULL,
  PRIMARY KEY (channel, key_hash)
);
