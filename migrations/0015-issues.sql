-- Issues: number, columns, order, and which version of each article is printed.
-- up
CREATE TABLE issues (
  id uuid CONSTRAINT issues_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT issues_publication REFERENCES publications (id),
  year integer,
  number integer,
  total_number integer,
  date date,
  title_lines jsonb NOT NULL,
  editors jsonb NOT NULL,
  contact text,
  state text NOT NULL,
  stage integer NOT NULL,
  edition integer NOT NULL,
  content_hash text,
  version integer NOT NULL,
  made_by uuid CONSTRAINT issues_made_by REFERENCES people (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT issues_in_publication UNIQUE (id, publication),
  CONSTRAINT issues_number_once UNIQUE (publication, year, number),
  CONSTRAINT issues_total_once UNIQUE (publication, total_number),
  CONSTRAINT issues_state CHECK (state IN ('draft', 'in-review', 'approved', 'rendered', 'released', 'recalled')),
  CONSTRAINT issues_number_whole CHECK ((year IS NULL) = (number IS NULL) AND (total_number IS NULL OR number IS NOT NULL)),
  CONSTRAINT issues_content_fixed CHECK ((state = 'draft') = (content_hash IS NULL)),
  CONSTRAINT issues_stage CHECK (stage >= 0 AND (state <> 'draft' OR stage = 0))
);
CREATE INDEX issues_in_order ON issues (publication, made_at, id);

CREATE TABLE issue_columns (
  issue uuid NOT NULL CONSTRAINT issue_columns_issue REFERENCES issues (id) ON DELETE CASCADE,
  position integer NOT NULL,
  name text,
  CONSTRAINT issue_columns_once PRIMARY KEY (issue, position)
);

-- One row an article: it stands in one issue only, at one place, in one version.
CREATE TABLE issue_articles (
  article uuid CONSTRAINT issue_articles_once PRIMARY KEY,
  issue uuid NOT NULL,
  publication uuid NOT NULL,
  version integer NOT NULL,
  column_position integer NOT NULL,
  position integer NOT NULL,
  CONSTRAINT issue_articles_place_once UNIQUE (issue, position),
  CONSTRAINT issue_articles_issue FOREIGN KEY (issue, publication) REFERENCES issues (id, publication) ON DELETE CASCADE,
  CONSTRAINT issue_articles_column FOREIGN KEY (issue, column_position) REFERENCES issue_columns (issue, position) ON DELETE CASCADE,
  CONSTRAINT issue_articles_article FOREIGN KEY (article, publication) REFERENCES articles (id, publication),
  CONSTRAINT issue_articles_version FOREIGN KEY (article, version) REFERENCES article_versions (article, number)
);

-- Everyone who ever changed the issue: none of them may review it.
CREATE TABLE issue_hands (
  issue uuid NOT NULL CONSTRAINT issue_hands_issue REFERENCES issues (id) ON DELETE CASCADE,
  person uuid NOT NULL CONSTRAINT issue_hands_person REFERENCES people (id),
  CONSTRAINT issue_hands_once PRIMARY KEY (issue, person)
);

-- down
DROP TABLE issue_hands;
DROP TABLE issue_articles;
DROP TABLE issue_columns;
DROP TABLE issues;
