-- Past bulletins brought in together: one row a file, with what was read from it.
-- up
CREATE TABLE past_batches (
  id uuid CONSTRAINT past_batches_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT past_batches_publication REFERENCES publications (id),
  name text NOT NULL,
  made_by uuid CONSTRAINT past_batches_made_by REFERENCES people (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT past_batches_in_publication UNIQUE (id, publication)
);
CREATE INDEX past_batches_in_order ON past_batches (publication, made_at, id);

CREATE TABLE past_issues (
  id uuid CONSTRAINT past_issues_id PRIMARY KEY,
  publication uuid NOT NULL,
  batch uuid NOT NULL,
  file text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  snapshot uuid,
  year integer,
  number integer,
  imported jsonb,
  articles integer NOT NULL DEFAULT 0,
  doubts integer NOT NULL DEFAULT 0,
  residue integer NOT NULL DEFAULT 0,
  damaged boolean NOT NULL DEFAULT false,
  confirmed_by uuid CONSTRAINT past_issues_confirmed_by REFERENCES people (id),
  confirmed_at timestamptz,
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  rings integer NOT NULL DEFAULT 1,
  error_code text,
  error_params jsonb NOT NULL DEFAULT '{}',
  requested_by uuid CONSTRAINT past_issues_requested_by REFERENCES people (id),
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT past_issues_batch FOREIGN KEY (batch, publication) REFERENCES past_batches (id, publication),
  CONSTRAINT past_issues_snapshot FOREIGN KEY (snapshot, publication) REFERENCES snapshots (id, publication),
  CONSTRAINT past_issues_once UNIQUE (batch, sha256),
  CONSTRAINT past_issues_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT past_issues_done CHECK ((state = 'done') = (imported IS NOT NULL)),
  CONSTRAINT past_issues_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX past_issues_due ON past_issues (beat_at) WHERE state IN ('queued', 'running');
CREATE INDEX past_issues_by_snapshot ON past_issues (snapshot);

-- down
DROP TABLE past_issues;
DROP TABLE past_batches;
