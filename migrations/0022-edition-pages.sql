-- Editions to the page: what stands on each, and where each article begins. Editions made before have their articles here; their pages come with `bianyin reindex`.
-- up
CREATE TABLE edition_articles (
  edition uuid NOT NULL CONSTRAINT edition_articles_edition REFERENCES editions (id),
  position integer NOT NULL,
  article uuid NOT NULL,
  version integer NOT NULL,
  column_name text,
  title text NOT NULL,
  page integer NOT NULL,
  page_label text NOT NULL,
  CONSTRAINT edition_articles_once PRIMARY KEY (edition, position)
);
CREATE INDEX edition_articles_by_article ON edition_articles (article);
INSERT INTO edition_articles (edition, position, article, version, column_name, title, page, page_label)
SELECT e.id, one.position - 1, (one.said->>'article')::uuid, (one.said->>'version')::integer, one.said->>'column', one.said->>'title',
  (one.said->>'pdfPage')::integer, one.said->>'pageLabel'
FROM editions e, json_array_elements(e.manifest->'articles') WITH ORDINALITY AS one (said, position);

CREATE TABLE edition_pages (
  edition uuid NOT NULL CONSTRAINT edition_pages_edition REFERENCES editions (id),
  page integer NOT NULL,
  label text NOT NULL,
  body text NOT NULL,
  words tsvector NOT NULL,
  paragraphs bigint[] NOT NULL,
  CONSTRAINT edition_pages_once PRIMARY KEY (edition, page)
) WITH (toast_tuple_target = 256);
CREATE INDEX edition_pages_words ON edition_pages USING gin (words);
CREATE INDEX edition_pages_paragraphs ON edition_pages USING gin (paragraphs);

-- down
DROP TABLE edition_pages;
DROP TABLE edition_articles;
