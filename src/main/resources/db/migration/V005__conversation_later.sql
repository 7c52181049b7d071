-- Room conversation: labels, flows that start later, and the key that signs forms.
ALTER TABLE contact
  ADD COLUMN tags               jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN appointments       jsonb NOT NULL DEFAULT '{}', -- flows that start later, by name
  ADD COLUMN appointment_at     timestamptz,                 -- the earliest; business time
  ADD COLUMN appointment_token  bigint;

CREATE INDEX contact_due ON contact (appointment_at) WHERE appointment_at IS NOT NULL;

-- Made by the first replica that needs it; all sign with the same one.
CREATE TABLE form_key (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  key       bytea NOT NULL
);
