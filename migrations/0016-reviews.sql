-- Rounds of review, bound to the content submitted, and the decisions taken in them.
-- up
CREATE TABLE review_rounds (
  id uuid CONSTRAINT review_rounds_id PRIMARY KEY,
  issue uuid NOT NULL CONSTRAINT review_rounds_issue REFERENCES issues (id),
  number integer NOT NULL,
  content_hash text NOT NULL,
  stages jsonb NOT NULL,
  changes jsonb NOT NULL,
  submitted_by uuid CONSTRAINT review_rounds_submitted_by REFERENCES people (id),
  submitted_at timestamptz NOT NULL DEFAULT now(),
  ending text,
  ended_by uuid CONSTRAINT review_rounds_ended_by REFERENCES people (id),
  ended_at timestamptz,
  end_reason text,
  end_changes jsonb NOT NULL,
  CONSTRAINT review_rounds_once UNIQUE (issue, number),
  CONSTRAINT review_rounds_ending CHECK (ending IN ('returned', 'pulled-back', 'changed', 'corrected')),
  CONSTRAINT review_rounds_ended CHECK ((ending IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX review_rounds_one_open ON review_rounds (issue) WHERE ending IS NULL;

CREATE TABLE review_decisions (
  id uuid CONSTRAINT review_decisions_id PRIMARY KEY,
  round uuid NOT NULL CONSTRAINT review_decisions_round REFERENCES review_rounds (id),
  stage integer NOT NULL,
  kind text NOT NULL,
  person uuid NOT NULL CONSTRAINT review_decisions_person REFERENCES people (id),
  content_hash text NOT NULL,
  reason text,
  excepted boolean NOT NULL,
  withdrawn boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT review_decisions_kind CHECK (kind IN ('approve', 'return', 'withdraw'))
);
CREATE INDEX review_decisions_of_round ON review_decisions (round, at);
CREATE UNIQUE INDEX review_decisions_one_a_stage ON review_decisions (round, stage) WHERE kind = 'approve' AND NOT withdrawn;
CREATE UNIQUE INDEX review_decisions_other_person ON review_decisions (round, person) WHERE kind = 'approve' AND NOT withdrawn AND NOT excepted;

CREATE TABLE review_exceptions (
  issue uuid CONSTRAINT review_exceptions_once PRIMARY KEY CONSTRAINT review_exceptions_issue REFERENCES issues (id),
  person uuid NOT NULL CONSTRAINT review_exceptions_person REFERENCES people (id),
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

-- down
DROP TABLE review_exceptions;
DROP TABLE review_decisions;
DROP TABLE review_rounds;
