-- How the pages of a site are read, as the editors of a publication wrote it.
-- up
CREATE TABLE site_rules (
  id uuid CONSTRAINT site_rules_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT site_rules_publication REFERENCES publications (id),
  host text NOT NULL,
  rule jsonb NOT NULL,
  version integer NOT NULL,
  made_by uuid CONSTRAINT site_rules_made_by REFERENCES people (id),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT site_rules_host_once UNIQUE (publication, host)
);

-- down
DROP TABLE site_rules;
