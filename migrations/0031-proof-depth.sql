-- The unit's roster, what a whole publication lets stand, fixes made in one go with the way back, and the ledger of confirmed errors.
-- up
CREATE TABLE roster_entries (
  id uuid CONSTRAINT roster_entries_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT roster_entries_publication REFERENCES publications (id),
  key text NOT NULL,
  entry jsonb NOT NULL,
  version integer NOT NULL,
  changed_by uuid CONSTRAINT roster_entries_changed_by REFERENCES people (id),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT roster_entries_once UNIQUE (publication, key)
);

CREATE TABLE finding_ignores (
  id uuid CONSTRAINT finding_ignores_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT finding_ignores_publication REFERENCES publications (id),
  rule text NOT NULL,
  text text,
  text_hash text NOT NULL,
  person uuid CONSTRAINT finding_ignores_person REFERENCES people (id),
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT finding_ignores_once UNIQUE (publication, rule, text_hash)
);

CREATE TABLE fix_batches (
  article uuid NOT NULL,
  version integer NOT NULL,
  undo jsonb NOT NULL,
  undone boolean NOT NULL DEFAULT false,
  CONSTRAINT fix_batches_once PRIMARY KEY (article, version),
  CONSTRAINT fix_batches_version FOREIGN KEY (article, version) REFERENCES article_versions (article, number)
);

CREATE TABLE confirmed_errors (
  id uuid CONSTRAINT confirmed_errors_id PRIMARY KEY,
  publication uuid NOT NULL,
  issue uuid NOT NULL,
  article uuid,
  kind text NOT NULL,
  stage text NOT NULL,
  word text NOT NULL,
  correction text,
  note text,
  page integer,
  times integer NOT NULL,
  person uuid CONSTRAINT confirmed_errors_person REFERENCES people (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT confirmed_errors_issue FOREIGN KEY (issue, publication) REFERENCES issues (id, publication) ON DELETE CASCADE,
  CONSTRAINT confirmed_errors_article FOREIGN KEY (article, publication) REFERENCES articles (id, publication),
  CONSTRAINT confirmed_errors_times CHECK (times >= 1)
);
CREATE INDEX confirmed_errors_in_order ON confirmed_errors (publication, at, id);
CREATE INDEX confirmed_errors_of_issue ON confirmed_errors (issue);

-- down
DROP TABLE confirmed_errors;
DROP TABLE fix_batches;
DROP TABLE finding_ignores;
DROP TABLE roster_entries;
