-- The least that a durable bot needs: events known by their id, a row for each conversation, and
-- messages that wait to be sent.
DROP TABLE IF EXISTS outbox, inbound_event, conversation CASCADE;
CREATE TABLE inbound_event (
  message_id  text PRIMARY KEY,
  wa_id       bigint NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  processed   boolean NOT NULL DEFAULT true,
  payload     jsonb NOT NULL
);
CREATE INDEX inbound_todo ON inbound_event (received_at) WHERE NOT processed;
CREATE TABLE conversation (
  wa_id      bigint PRIMARY KEY,
  flow       text NOT NULL,
  step       text NOT NULL,
  vars       jsonb NOT NULL,
  version    int NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 80);
CREATE TABLE outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wa_id      bigint NOT NULL,
  state      smallint NOT NULL DEFAULT 0,       -- 0 queued, 1 sent
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_todo ON outbox (id) WHERE state = 0;
INSERT INTO conversation
  SELECT 5511900000000 + i, 'main', 'menu', '{"name":"Ana Souza","lang":"pt_BR","visits":3,"last_choice":"orders"}'
  FROM generate_series(0, 99999) i;
VACUUM (ANALYZE) conversation;
