-- Versions read by the checker outside the house, one row each: what it suggests, or why it did not answer.
-- up
CREATE TABLE outside_checks (
  id uuid CONSTRAINT outside_checks_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT outside_checks_publication REFERENCES publications (id),
  article uuid NOT NULL,
  version integer NOT NULL,
  suggestions jsonb NOT NULL DEFAULT '[]',
  refused integer NOT NULL DEFAULT 0,
  unread integer NOT NULL DEFAULT 0,
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  rings integer NOT NULL DEFAULT 1,
  error_code text,
  error_params jsonb NOT NULL DEFAULT '{}',
  requested_by uuid CONSTRAINT outside_checks_requested_by REFERENCES people (id),
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT outside_checks_once UNIQUE (article, version),
  CONSTRAINT outside_checks_article FOREIGN KEY (article, publication) REFERENCES articles (id, publication),
  CONSTRAINT outside_checks_version FOREIGN KEY (article, version) REFERENCES article_versions (article, number),
  CONSTRAINT outside_checks_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT outside_checks_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX outside_checks_due ON outside_checks (beat_at) WHERE state IN ('queued', 'running');

-- down
DROP TABLE outside_checks;
