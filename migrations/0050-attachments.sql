-- Files offered with what came in: each listed with its original, kept once it was fetched; and where the fields of an article were read.
-- up
CREATE TABLE attachments (
  id uuid CONSTRAINT attachments_id PRIMARY KEY,
  publication uuid NOT NULL,
  snapshot uuid NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  sha256 text,
  bytes integer,
  media_type text,
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  rings integer NOT NULL DEFAULT 1,
  error_code text,
  error_params jsonb NOT NULL DEFAULT '{}',
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT attachments_snapshot FOREIGN KEY (snapshot, publication) REFERENCES snapshots (id, publication),
  CONSTRAINT attachments_once UNIQUE (snapshot, url),
  CONSTRAINT attachments_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT attachments_done CHECK (state <> 'done' OR (sha256 IS NOT NULL AND bytes IS NOT NULL AND media_type IS NOT NULL)),
  CONSTRAINT attachments_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX attachments_due ON attachments (beat_at) WHERE state IN ('queued', 'running');
CREATE INDEX attachments_by_bytes ON attachments (sha256) WHERE sha256 IS NOT NULL;
CREATE TRIGGER attachments_stay BEFORE UPDATE OR DELETE ON attachments FOR EACH ROW WHEN (OLD.state = 'done') EXECUTE FUNCTION refuse_change();
CREATE INDEX fetches_by_again_for ON fetches (again_for) WHERE again_for IS NOT NULL;
ALTER TABLE articles ADD COLUMN provenance jsonb NOT NULL DEFAULT '[]';

-- down
ALTER TABLE articles DROP COLUMN provenance;
DROP INDEX fetches_by_again_for;
DROP TABLE attachments;
