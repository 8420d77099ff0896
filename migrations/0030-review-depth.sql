-- What reviewers say about passages, who takes whose stage, by when, what was ticked and what each last saw; three switches of a publication.
-- up
ALTER TABLE publications ADD COLUMN resolve_first boolean NOT NULL DEFAULT false;
ALTER TABLE publications ADD COLUMN internal jsonb;
ALTER TABLE publications ADD COLUMN open_to_readers boolean NOT NULL DEFAULT false;

CREATE TABLE comments (
  id uuid CONSTRAINT comments_id PRIMARY KEY,
  publication uuid NOT NULL,
  article uuid,
  issue uuid,
  version integer,
  block integer,
  field text,
  starts integer,
  ends integer,
  quote text,
  text text NOT NULL,
  suggestion text,
  state text NOT NULL,
  person uuid NOT NULL CONSTRAINT comments_person REFERENCES people (id),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_by uuid CONSTRAINT comments_settled_by REFERENCES people (id),
  settled_at timestamptz,
  settled_reason text,
  settled_version integer,
  CONSTRAINT comments_article FOREIGN KEY (article, publication) REFERENCES articles (id, publication),
  CONSTRAINT comments_issue FOREIGN KEY (issue, publication) REFERENCES issues (id, publication) ON DELETE CASCADE,
  CONSTRAINT comments_version FOREIGN KEY (article, version) REFERENCES article_versions (article, number),
  CONSTRAINT comments_of_one CHECK ((article IS NULL) <> (issue IS NULL) AND (article IS NULL) = (version IS NULL)),
  CONSTRAINT comments_passage CHECK ((starts IS NULL) = (ends IS NULL) AND (starts IS NULL) = (quote IS NULL) AND (starts IS NULL OR block IS NOT NULL OR field IS NOT NULL)),
  CONSTRAINT comments_suggestion CHECK (suggestion IS NULL OR quote IS NOT NULL),
  CONSTRAINT comments_state CHECK (state IN ('open', 'resolved', 'accepted', 'refused')),
  CONSTRAINT comments_settled CHECK ((state = 'open') = (settled_at IS NULL) AND (state = 'accepted') = (settled_version IS NOT NULL))
);
CREATE INDEX comments_of_article ON comments (article, at);
CREATE INDEX comments_of_issue ON comments (issue, at);

CREATE TABLE comment_replies (
  id uuid CONSTRAINT comment_replies_id PRIMARY KEY,
  comment uuid NOT NULL CONSTRAINT comment_replies_comment REFERENCES comments (id) ON DELETE CASCADE,
  person uuid NOT NULL CONSTRAINT comment_replies_person REFERENCES people (id),
  text text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX comment_replies_of_comment ON comment_replies (comment, at);

CREATE TABLE review_delegations (
  id uuid CONSTRAINT review_delegations_id PRIMARY KEY,
  round uuid NOT NULL CONSTRAINT review_delegations_round REFERENCES review_rounds (id),
  stage integer NOT NULL,
  delegated_by uuid NOT NULL CONSTRAINT review_delegations_by REFERENCES people (id),
  delegate uuid NOT NULL CONSTRAINT review_delegations_delegate REFERENCES people (id),
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX review_delegations_of_round ON review_delegations (round, at);

CREATE TABLE review_deadlines (
  round uuid NOT NULL CONSTRAINT review_deadlines_round REFERENCES review_rounds (id),
  stage integer NOT NULL,
  due date NOT NULL,
  CONSTRAINT review_deadlines_once PRIMARY KEY (round, stage)
);

CREATE TABLE review_ticks (
  round uuid NOT NULL CONSTRAINT review_ticks_round REFERENCES review_rounds (id),
  stage integer NOT NULL,
  item integer NOT NULL,
  person uuid NOT NULL CONSTRAINT review_ticks_person REFERENCES people (id),
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT review_ticks_once PRIMARY KEY (round, stage, item)
);

CREATE TABLE issue_looks (
  issue uuid NOT NULL CONSTRAINT issue_looks_issue REFERENCES issues (id) ON DELETE CASCADE,
  person uuid NOT NULL CONSTRAINT issue_looks_person REFERENCES people (id),
  seen jsonb NOT NULL,
  facts_hash text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT issue_looks_once PRIMARY KEY (issue, person)
);

-- down
DROP TABLE issue_looks;
DROP TABLE review_ticks;
DROP TABLE review_deadlines;
DROP TABLE review_delegations;
DROP TABLE comment_replies;
DROP TABLE comments;
ALTER TABLE publications DROP COLUMN open_to_readers;
ALTER TABLE publications DROP COLUMN internal;
ALTER TABLE publications DROP COLUMN resolve_first;
