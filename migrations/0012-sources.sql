-- What came in, byte for byte, and the pictures found in it. Never changed, never removed.
-- up
CREATE TABLE snapshots (
  id uuid CONSTRAINT snapshots_id PRIMARY KEY,
  publication uuid NOT NULL CONSTRAINT snapshots_publication REFERENCES publications (id),
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  name text NOT NULL,
  origin text NOT NULL,
  media_type text NOT NULL,
  url text,
  taken_by uuid CONSTRAINT snapshots_taken_by REFERENCES people (id),
  taken_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT snapshots_in_publication UNIQUE (id, publication),
  CONSTRAINT snapshots_origin CHECK (origin IN ('upload', 'paste', 'bulletin', 'folder', 'web'))
);
CREATE INDEX snapshots_in_order ON snapshots (publication, taken_at, id);
CREATE INDEX snapshots_by_bytes ON snapshots (sha256);

CREATE TABLE pictures (
  publication uuid NOT NULL CONSTRAINT pictures_publication REFERENCES publications (id),
  sha256 text NOT NULL,
  media_type text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  bytes integer NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT pictures_once PRIMARY KEY (publication, sha256),
  CONSTRAINT pictures_media_type CHECK (media_type IN ('image/png', 'image/jpeg'))
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is kept as it was written', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER snapshots_stay BEFORE UPDATE OR DELETE ON snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pictures_stay BEFORE UPDATE OR DELETE ON pictures FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- down
DROP TABLE pictures;
DROP TABLE snapshots;
DROP FUNCTION refuse_change();
