-- Who works here, what they may do where, and who is signed in.
-- up
CREATE TABLE people (
  id uuid CONSTRAINT people_id PRIMARY KEY,
  login text NOT NULL CONSTRAINT people_login_once UNIQUE,
  name text NOT NULL,
  password_hash text NOT NULL,
  password_temporary boolean NOT NULL,
  password_spent boolean NOT NULL,
  house_administrator boolean NOT NULL,
  disabled boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX people_in_order ON people (created_at, id);

CREATE TABLE sessions (
  token_hash text CONSTRAINT sessions_token_hash PRIMARY KEY,
  person uuid NOT NULL CONSTRAINT sessions_person REFERENCES people (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  address text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person, created_at);
CREATE INDEX sessions_by_age ON sessions (seen_at);

-- A browser a person has signed in from before: strangers who guess at the account do not slow it down there.
CREATE TABLE known_devices (
  token_hash text CONSTRAINT known_devices_token_hash PRIMARY KEY,
  person uuid NOT NULL CONSTRAINT known_devices_person REFERENCES people (id),
  seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX known_devices_of_person ON known_devices (person, seen_at);

CREATE TABLE sign_in_tries (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sign_in_tries_id PRIMARY KEY,
  subject text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_tries_of_subject ON sign_in_tries (subject, at);
CREATE INDEX sign_in_tries_by_age ON sign_in_tries (at);

CREATE TABLE answered_requests (
  person uuid NOT NULL CONSTRAINT answered_requests_person REFERENCES people (id),
  key text NOT NULL,
  request_hash text NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT answered_requests_once PRIMARY KEY (person, key)
);
CREATE INDEX answered_requests_by_age ON answered_requests (at);

-- down
DROP TABLE answered_requests;
DROP TABLE sign_in_tries;
DROP TABLE known_devices;
DROP TABLE sessions;
DROP TABLE people;
