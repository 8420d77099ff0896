-- Signing in with the unit's own accounts: whose they are here, who is on the way there and back, who tried the door.
-- up
CREATE TABLE person_identities (
  provider text NOT NULL,
  subject text NOT NULL,
  person uuid NOT NULL CONSTRAINT person_identities_person REFERENCES people (id),
  linked_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_identities_once PRIMARY KEY (provider, subject),
  CONSTRAINT person_identities_of_person UNIQUE (person, provider),
  CONSTRAINT person_identities_provider CHECK (provider IN ('cas', 'oidc', 'ldap'))
);

CREATE TABLE sign_in_errands (
  state_hash text CONSTRAINT sign_in_errands_state_hash PRIMARY KEY,
  provider text NOT NULL,
  browser_hash text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  go_to text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_errands_of_browser ON sign_in_errands (browser_hash, at);
CREATE INDEX sign_in_errands_by_age ON sign_in_errands (at);

CREATE TABLE newcomers (
  provider text NOT NULL,
  subject text NOT NULL,
  name text,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT newcomers_once PRIMARY KEY (provider, subject)
);
CREATE INDEX newcomers_by_age ON newcomers (at);

-- Where a session was opened, and what the provider calls it when it ends it.
ALTER TABLE sessions ADD COLUMN provider text;
ALTER TABLE sessions ADD COLUMN provider_session text;
CREATE INDEX sessions_of_provider ON sessions (provider, provider_session);

-- Which provider's groups gave the role; none for one given by hand.
ALTER TABLE memberships ADD COLUMN given_by text;

-- down
ALTER TABLE memberships DROP COLUMN given_by;
DROP INDEX sessions_of_provider;
ALTER TABLE sessions DROP COLUMN provider_session;
ALTER TABLE sessions DROP COLUMN provider;
DROP TABLE newcomers;
DROP TABLE sign_in_errands;
DROP TABLE person_identities;
