-- What is published, by which rules, and who is what in it.
-- up
CREATE TABLE publications (
  id uuid CONSTRAINT publications_id PRIMARY KEY,
  name text NOT NULL CONSTRAINT publications_name_once UNIQUE,
  publisher text,
  style text NOT NULL,
  numbering jsonb NOT NULL,
  columns jsonb NOT NULL,
  stages jsonb NOT NULL,
  review_exception jsonb,
  editors jsonb NOT NULL,
  contact text,
  version integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT publications_three_stages CHECK (jsonb_array_length(stages) >= 3 OR review_exception IS NOT NULL)
);

CREATE TABLE memberships (
  publication uuid NOT NULL CONSTRAINT memberships_publication REFERENCES publications (id),
  person uuid NOT NULL CONSTRAINT memberships_person REFERENCES people (id),
  role text NOT NULL,
  CONSTRAINT memberships_once PRIMARY KEY (publication, person, role),
  CONSTRAINT memberships_role CHECK (role IN ('editor', 'reviewer', 'releaser', 'administrator'))
);
CREATE INDEX memberships_of_person ON memberships (person);

-- down
DROP TABLE memberships;
DROP TABLE publications;
