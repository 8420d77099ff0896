-- Finds the versions that say the same, so that whoever wrote what was copied does not review the copy.
-- up
CREATE INDEX article_versions_by_content ON article_versions (content_hash);

-- down
DROP INDEX article_versions_by_content;
