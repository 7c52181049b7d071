-- Room inbox: what could not be handled, with all that it takes to try again. The row in inbound_event
-- stays, so that a second delivery is known; its state becomes returned or dismissed.
CREATE TABLE set_aside_event (
  contact_key   text COLLATE "C" NOT NULL,
  external_id   text COLLATE "C" NOT NULL,
  set_aside_at  timestamptz NOT NULL DEFAULT now(),
  event         json NOT NULL,      -- as we read it; json keeps what jsonb refuses
  PRIMARY KEY (contact_key, external_id)
);

-- An operator reads from the newest.
CREATE INDEX set_aside_event_newest ON set_aside_event (set_aside_at, contact_key, external_id);

-- Nobody looks for them there any more.
DROP INDEX inbound_event_set_aside;
