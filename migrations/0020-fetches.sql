-- Addresses asked for, one row each: brought in as snapshot and article, or why not.
-- up
CREATE TABLE fetches (
  id uuid CONSTRAINT fetches_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT fetches_publication REFERENCES publications (id),
  url text NOT NULL,
  again_for uuid,
  snapshot uuid,
  article uuid,
  differs boolean,
  content jsonb,
  warnings jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  rings integer NOT NULL DEFAULT 1,
  error_code text,
  error_params jsonb NOT NULL DEFAULT '{}',
  requested_by uuid CONSTRAINT fetches_requested_by REFERENCES people (id),
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT fetches_again_for FOREIGN KEY (again_for, publication) REFERENCES articles (id, publication),
  CONSTRAINT fetches_snapshot FOREIGN KEY (snapshot, publication) REFERENCES snapshots (id, publication),
  CONSTRAINT fetches_article FOREIGN KEY (article, publication) REFERENCES articles (id, publication),
  CONSTRAINT fetches_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT fetches_done CHECK (state <> 'done' OR article IS NOT NULL),
  CONSTRAINT fetches_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX fetches_due ON fetches (beat_at) WHERE state IN ('queued', 'running');
CREATE INDEX fetches_in_order ON fetches (publication, requested_at, id);

-- down
DROP TABLE fetches;
