-- Room conversation.
CREATE TABLE contact (
  contact_key       text COLLATE "C" PRIMARY KEY,
  channel           text NOT NULL,
  phone             text,          -- E.164, the number to answer to
  user_id           text,          -- business-scoped user id, where the channel sends one
  profile_name      text,
  language          text,
  fields            jsonb NOT NULL DEFAULT '{}',
  opted_out         boolean NOT NULL DEFAULT false,
  last_inbound_at   timestamptz,   -- business time
  window_closes_at  timestamptz,   -- business time, never goes back but when the channel says closed
  reopening         boolean NOT NULL DEFAULT false,
  created_at        timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE conversation (
  contact_key  text COLLATE "C" NOT NULL,
  ordinal      bigint NOT NULL,
  release      text NOT NULL,
  flow         text NOT NULL,
  step         text NOT NULL,
  owner        text NOT NULL,      -- bot, asked, agent, none
  team         text,
  agent        text,
  session      jsonb NOT NULL,     -- the engine's Conversation, with a version field
  wake_at      timestamptz,        -- business time
  wake_token   bigint,
  revision     bigint NOT NULL DEFAULT 0,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (contact_key, ordinal)
) WITH (fillfactor = 70);

CREATE INDEX conversation_due ON conversation (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX conversation_release ON conversation (release) WHERE ended_at IS NULL;

CREATE TABLE transition (
  contact_key  text COLLATE "C" NOT NULL,
  id           bigint GENERATED ALWAYS AS IDENTITY,
  ordinal      bigint NOT NULL,    -- of the conversation
  release      text NOT NULL,
  flow         text NOT NULL,
  step         text NOT NULL,
  exit         text NOT NULL,
  target       text,               -- flow#step or end; null where nothing moved
  reason       text NOT NULL,
  looked_at    jsonb NOT NULL DEFAULT '{}',
  occurred_at  timestamptz NOT NULL, -- business time
  PRIMARY KEY (contact_key, id)
);

CREATE TABLE flow_release (
  id            text PRIMARY KEY,  -- first 8 hex digits of the content hash
  content_hash  text NOT NULL UNIQUE,
  files         jsonb NOT NULL,    -- {"support.flow.yaml": "…", …}
  published_at  timestamptz NOT NULL
);

-- How far business time is ahead of machine time; one row, moved in dev and test only.
CREATE TABLE business_clock (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  ahead     interval NOT NULL DEFAULT '0'
);
INSERT INTO business_clock DEFAULT VALUES;
