-- Room outbox.
CREATE TABLE recipient (
  contact_key       text COLLATE "C" PRIMARY KEY,
  channel           text NOT NULL,
  address           text,            -- E.164; null: cannot be answered
  window_closes_at  timestamptz,     -- business time, margin taken off
  opted_out         boolean NOT NULL DEFAULT false,
  silent            boolean NOT NULL DEFAULT false,
  silent_since      bigint,          -- sequence: free messages up to here are superseded
  last_sequence     bigint NOT NULL DEFAULT 0,
  owner             text,            -- the replica that may send to this contact
  lease_until       timestamptz,     -- machine time
  not_before        timestamptz,     -- machine time: back-off of the message at the head
  bucket_tokens     real NOT NULL DEFAULT 45,
  bucket_at         timestamptz      -- machine time of the last change of the pair bucket
) WITH (fillfactor = 70);

-- Contacts whose lease ran out, or who wait for nobody: looked for by every replica.
CREATE INDEX recipient_lease ON recipient (lease_until) WHERE owner IS NOT NULL;

CREATE TABLE outbox_message (
  contact_key         text COLLATE "C" NOT NULL,
  sequence            bigint NOT NULL,
  purpose             text NOT NULL,
  token               bigint NOT NULL,
  message             jsonb NOT NULL,
  free                boolean NOT NULL,   -- not a template: needs an open window
  state               text NOT NULL DEFAULT 'queued',
  attempts            integer NOT NULL DEFAULT 0,
  put_at              timestamptz NOT NULL, -- machine time
  begun_at            timestamptz,          -- machine time of the attempt under way
  settled_at          timestamptz,
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
-- Delivery statuses come by WhatsApp's id.
CREATE INDEX outbox_message_channel_id ON outbox_message (channel_message_id)
  WHERE channel_message_id IS NOT NULL;
-- An unclear send asks whether a listed id is already ours.
CREATE INDEX outbox_message_vendor_id ON outbox_message (message_id) WHERE message_id IS NOT NULL;

-- Statuses that came before the answer that tells their id; kept for a day.
CREATE TABLE early_status (
  channel_message_id  text NOT NULL,
  delivery            text NOT NULL,
  occurred_at         timestamptz NOT NULL,
  error               text,
  arrived_at          timestamptz NOT NULL,
  PRIMARY KEY (channel_message_id, delivery)
);

-- 429: until when a key must not send, for all replicas. The key itself is never stored.
CREATE TABLE api_key_pause (
  key_hash      text PRIMARY KEY,
  paused_until  timestamptz NOT NULL,
  why           text NOT NULL
);

-- A channel whose key or account was refused; a new key has another hash and is not stopped.
CREATE TABLE channel_stop (
  channel        text NOT NULL,
  key_hash       text NOT NULL,
  code           text NOT NULL,
  why            text NOT NULL,
  stopped_at     timestamptz NOT NULL,
  next_probe_at  timestamptz NOT NULL,
  PRIMARY KEY (channel, key_hash)
);
