-- What the platform itself keeps: jobs waiting to be rung into the queue, and the audit.
-- up
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue text NOT NULL,
  name text NOT NULL,
  job_id text NOT NULL,
  payload jsonb NOT NULL,
  request_id text,
  added_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE audit_entries (
  sequence bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  person text,
  act text NOT NULL,
  object text NOT NULL,
  object_id text NOT NULL,
  publication text,
  detail jsonb NOT NULL,
  request_id text,
  previous_hash text NOT NULL,
  hash text NOT NULL UNIQUE
);
CREATE INDEX audit_entries_object ON audit_entries (object, object_id, sequence);
CREATE INDEX audit_entries_publication ON audit_entries (publication, sequence);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entries_never_emptied BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- down
DROP TABLE audit_entries;
DROP FUNCTION refuse_audit_change();
DROP TABLE outbox;
