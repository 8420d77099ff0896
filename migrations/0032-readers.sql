-- Links to released files for people without an account, and tokens for programs.
-- up
CREATE TABLE share_links (
  id uuid CONSTRAINT share_links_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT share_links_publication REFERENCES publications (id),
  edition uuid NOT NULL CONSTRAINT share_links_edition REFERENCES editions (id),
  token_hash text NOT NULL CONSTRAINT share_links_token UNIQUE,
  note text,
  made_by uuid NOT NULL CONSTRAINT share_links_made_by REFERENCES people (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX share_links_of_edition ON share_links (edition, made_at);

CREATE TABLE api_tokens (
  id uuid CONSTRAINT api_tokens_id PRIMARY KEY,
  person uuid NOT NULL CONSTRAINT api_tokens_person REFERENCES people (id),
  name text NOT NULL,
  token_hash text NOT NULL CONSTRAINT api_tokens_token UNIQUE,
  scope text NOT NULL,
  publications jsonb,
  made_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_tokens_scope CHECK (scope IN ('read', 'write'))
);
CREATE INDEX api_tokens_of_person ON api_tokens (person, made_at);

-- down
DROP TABLE api_tokens;
DROP TABLE share_links;
