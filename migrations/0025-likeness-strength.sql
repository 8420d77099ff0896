-- How alike two articles are is kept with the pair, and which version of the other it was reckoned from; 0 is none: it is reckoned when asked for.
-- up
ALTER TABLE likenesses
  ADD COLUMN other_version integer NOT NULL DEFAULT 0,
  ADD COLUMN similarity real,
  ADD COLUMN paragraphs integer NOT NULL DEFAULT 0,
  ADD COLUMN same_address boolean NOT NULL DEFAULT false;

-- down
ALTER TABLE likenesses DROP COLUMN other_version, DROP COLUMN similarity, DROP COLUMN paragraphs, DROP COLUMN same_address;
