-- Repairs of damaged past bulletins: the suspected characters in their words, what a person confirmed, what was made. Bulletins brought in singly have a row as well.
-- up
ALTER TABLE past_issues
  ALTER COLUMN batch DROP NOT NULL,
  ADD COLUMN concordance jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN repairs jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN repaired jsonb NOT NULL DEFAULT '[]',
  DROP CONSTRAINT past_issues_done,
  ADD CONSTRAINT past_issues_done CHECK (state <> 'done' OR imported IS NOT NULL);
CREATE INDEX past_issues_in_order ON past_issues (publication, requested_at, id);

-- down
DELETE FROM past_issues WHERE batch IS NULL;
UPDATE past_issues SET imported = NULL WHERE state <> 'done';
DROP INDEX past_issues_in_order;
ALTER TABLE past_issues
  ALTER COLUMN batch SET NOT NULL,
  DROP COLUMN concordance,
  DROP COLUMN repairs,
  DROP COLUMN repaired,
  DROP CONSTRAINT past_issues_done,
  ADD CONSTRAINT past_issues_done CHECK ((state = 'done') = (imported IS NOT NULL));
