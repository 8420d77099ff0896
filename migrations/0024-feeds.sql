-- Feeds and watched pages of a publication, and what they brought.
-- up
CREATE TABLE feeds (
  id uuid CONSTRAINT feeds_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT feeds_publication REFERENCES publications (id),
  name text NOT NULL,
  address text NOT NULL,
  every_minutes integer NOT NULL,
  paused boolean NOT NULL,
  list jsonb,
  rules jsonb NOT NULL,
  health text NOT NULL,
  trouble_code text,
  trouble_params jsonb NOT NULL DEFAULT '{}',
  etag text,
  last_modified text,
  asked_at timestamptz,
  found_at timestamptz,
  due_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL,
  made_by uuid CONSTRAINT feeds_made_by REFERENCES people (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  state text NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  rings integer NOT NULL DEFAULT 1,
  error_code text,
  error_params jsonb NOT NULL DEFAULT '{}',
  requested_at timestamptz NOT NULL DEFAULT now(),
  beat_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  CONSTRAINT feeds_in_publication UNIQUE (id, publication),
  CONSTRAINT feeds_address_once UNIQUE (publication, address),
  CONSTRAINT feeds_every CHECK (every_minutes >= 15),
  CONSTRAINT feeds_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT feeds_health CHECK (health IN ('new', 'good', 'silent', 'changed', 'failing', 'barred'))
);
CREATE INDEX feeds_due ON feeds (due_at) WHERE NOT paused;

CREATE TABLE finds (
  id uuid CONSTRAINT finds_id PRIMARY KEY,
  publication uuid NOT NULL,
  feed uuid NOT NULL,
  address text NOT NULL,
  form text NOT NULL,
  title text NOT NULL,
  date text,
  source text,
  summary text,
  column_name text,
  rule text,
  state text NOT NULL,
  fetch_id uuid CONSTRAINT finds_fetch REFERENCES fetches (id),
  found_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT finds_feed FOREIGN KEY (feed, publication) REFERENCES feeds (id, publication) ON DELETE CASCADE,
  CONSTRAINT finds_once UNIQUE (feed, form),
  CONSTRAINT finds_state CHECK (state IN ('new', 'kept', 'dismissed'))
);
CREATE INDEX finds_in_order ON finds (publication, found_at, id);

-- down
DROP TABLE finds;
DROP TABLE feeds;
