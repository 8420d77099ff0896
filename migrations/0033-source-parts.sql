-- What a person answers for when something is missing of where an article is from; those who signed before spoke of the source.
-- up
ALTER TABLE source_sign_offs ADD COLUMN parts text[] NOT NULL DEFAULT '{source}';
ALTER TABLE source_sign_offs ALTER COLUMN parts DROP DEFAULT;

-- down
ALTER TABLE source_sign_offs DROP COLUMN parts;
