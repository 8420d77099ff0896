-- Renders asked for, and the editions made: the tables say what is done, the queue only rings.
-- up
CREATE TABLE editions (
  id uuid CONSTRAINT editions_id PRIMARY KEY,
  publication uuid NOT NULL,
  issue uuid NOT NULL,
  name text NOT NULL,
  number integer NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL,
  content_hash text NOT NULL,
  pages integer NOT NULL,
  warnings jsonb NOT NULL,
  timings jsonb NOT NULL,
  manifest json NOT NULL,
  approvals jsonb,
  made_at timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz,
  released_by uuid CONSTRAINT editions_released_by REFERENCES people (id),
  recalled_at timestamptz,
  recall_reason text,
  CONSTRAINT editions_issue FOREIGN KEY (issue, publication) REFERENCES issues (id, publication),
  CONSTRAINT editions_once UNIQUE (issue, purpose, content_hash),
  CONSTRAINT editions_purpose CHECK (purpose IN ('draft', 'release', 'unreviewed')),
  CONSTRAINT editions_state CHECK (state IN ('made', 'released', 'superseded', 'recalled')),
  CONSTRAINT editions_only_reviewed_released CHECK (state = 'made' OR purpose = 'release')
);
CREATE INDEX editions_in_order ON editions (publication, made_at, id);
CREATE UNIQUE INDEX editions_one_released ON editions (issue) WHERE state = 'released';

CREATE TABLE edition_files (
  edition uuid NOT NULL CONSTRAINT edition_files_edition REFERENCES editions (id),
  format text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  pages integer,
  CONSTRAINT edition_files_once PRIMARY KEY (edition, format),
  CONSTRAINT edition_files_format CHECK (format IN ('pdf', 'docx'))
);

CREATE TABLE renders (
  id uuid CONSTRAINT renders_id PRIMARY KEY,
  publication uuid NOT NULL,
  issue uuid NOT NULL,
  issue_name text NOT NULL,
  purpose text NOT NULL,
  content_hash text NOT NULL,
  pins jsonb NOT NULL,
  state text NOT NULL,
  step text,
  pages integer,
  attempt integer NOT NULL,
  failures integer NOT NULL,
  rings integer NOT NULL,
  error_code text,
  error_params jsonb NOT NULL,
  edition uuid CONSTRAINT renders_edition REFERENCES editions (id),
  requested_by uuid CONSTRAINT renders_requested_by REFERENCES people (id),
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT renders_issue FOREIGN KEY (issue, publication) REFERENCES issues (id, publication),
  CONSTRAINT renders_once UNIQUE (issue, purpose, content_hash),
  CONSTRAINT renders_purpose CHECK (purpose IN ('draft', 'release', 'unreviewed')),
  CONSTRAINT renders_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT renders_done CHECK ((state = 'done') = (edition IS NOT NULL)),
  CONSTRAINT renders_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX renders_due ON renders (beat_at) WHERE state IN ('queued', 'running');
CREATE INDEX renders_of_issue ON renders (issue, requested_at);

CREATE FUNCTION refuse_edition_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (NEW.id, NEW.issue, NEW.name, NEW.number, NEW.purpose, NEW.content_hash, NEW.pages, NEW.manifest::text, NEW.made_at)
    IS DISTINCT FROM ROW (OLD.id, OLD.issue, OLD.name, OLD.number, OLD.purpose, OLD.content_hash, OLD.pages, OLD.manifest::text, OLD.made_at) THEN
    RAISE EXCEPTION 'an edition is kept as it was made' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER editions_keep_their_content BEFORE UPDATE ON editions FOR EACH ROW EXECUTE FUNCTION refuse_edition_rewriting();
CREATE TRIGGER edition_files_stay BEFORE UPDATE OR DELETE ON edition_files FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- down
DROP TABLE renders;
DROP TABLE edition_files;
DROP TABLE editions;
DROP FUNCTION refuse_edition_rewriting();
