-- What articles are found by: words for the search, signatures and paragraphs for duplicates; and which articles were found like which.
-- up
CREATE TABLE article_index (
  article uuid CONSTRAINT article_index_article PRIMARY KEY,
  publication uuid NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  source text,
  source_date text,
  ordered_by text NOT NULL,
  address text,
  title_words tsvector NOT NULL,
  words tsvector NOT NULL,
  body text NOT NULL,
  signature integer[] NOT NULL,
  bands bigint[] NOT NULL,
  paragraphs bigint[] NOT NULL,
  CONSTRAINT article_index_of FOREIGN KEY (article, publication) REFERENCES articles (id, publication)
) WITH (toast_tuple_target = 256);
CREATE INDEX article_index_title_words ON article_index USING gin (title_words);
CREATE INDEX article_index_words ON article_index USING gin (words);
CREATE INDEX article_index_bands ON article_index USING gin (bands);
CREATE INDEX article_index_paragraphs ON article_index USING gin (paragraphs);
CREATE INDEX article_index_address ON article_index (address) WHERE address IS NOT NULL;
CREATE INDEX article_index_in_order ON article_index (ordered_by, article);

CREATE TABLE likenesses (
  article uuid NOT NULL CONSTRAINT likenesses_article REFERENCES articles (id),
  other uuid NOT NULL CONSTRAINT likenesses_other_article REFERENCES articles (id),
  CONSTRAINT likenesses_once PRIMARY KEY (article, other),
  CONSTRAINT likenesses_other CHECK (article <> other)
);
CREATE INDEX likenesses_by_other ON likenesses (other);

-- down
DROP TABLE likenesses;
DROP TABLE article_index;
