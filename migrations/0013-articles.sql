-- Articles and their versions: saving makes a version, and a version is never touched again.
-- up
CREATE TABLE articles (
  id uuid CONSTRAINT articles_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT articles_publication REFERENCES publications (id),
  snapshot uuid,
  version integer NOT NULL,
  discarded boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT articles_in_publication UNIQUE (id, publication),
  CONSTRAINT articles_snapshot FOREIGN KEY (snapshot, publication) REFERENCES snapshots (id, publication)
);
CREATE INDEX articles_in_order ON articles (publication, created_at, id);

CREATE TABLE article_versions (
  article uuid NOT NULL CONSTRAINT article_versions_article REFERENCES articles (id),
  number integer NOT NULL,
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  title text NOT NULL,
  source text,
  source_date text,
  characters integer NOT NULL,
  note text,
  saved_by uuid CONSTRAINT article_versions_saved_by REFERENCES people (id),
  saved_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT article_versions_once PRIMARY KEY (article, number),
  CONSTRAINT article_versions_number CHECK (number >= 1)
);
CREATE TRIGGER article_versions_stay BEFORE UPDATE OR DELETE ON article_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- down
DROP TABLE article_versions;
DROP TABLE articles;
