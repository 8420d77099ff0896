-- A finding let stand belongs to one place of one version, and is followed from there; those let stand before hold for their words in the whole article.
-- up
ALTER TABLE finding_settlements DROP CONSTRAINT finding_settlements_once;
ALTER TABLE finding_settlements ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT finding_settlements_id PRIMARY KEY;
ALTER TABLE finding_settlements ALTER COLUMN id DROP DEFAULT;
ALTER TABLE finding_settlements DROP COLUMN text_hash;
ALTER TABLE finding_settlements ADD COLUMN version integer;
ALTER TABLE finding_settlements ADD COLUMN block integer;
ALTER TABLE finding_settlements ADD COLUMN field text;
ALTER TABLE finding_settlements ADD COLUMN starts integer;
ALTER TABLE finding_settlements ADD COLUMN ends integer;
ALTER TABLE finding_settlements ADD CONSTRAINT finding_settlements_version FOREIGN KEY (article, version) REFERENCES article_versions (article, number);
ALTER TABLE finding_settlements ADD CONSTRAINT finding_settlements_place CHECK ((version IS NULL) = (starts IS NULL) AND (version IS NULL) = (ends IS NULL));
CREATE INDEX finding_settlements_of_article ON finding_settlements (article);

-- down
DROP INDEX finding_settlements_of_article;
DELETE FROM finding_settlements a USING finding_settlements b WHERE a.article = b.article AND a.rule = b.rule AND a.text = b.text AND a.id > b.id;
ALTER TABLE finding_settlements DROP CONSTRAINT finding_settlements_place;
ALTER TABLE finding_settlements DROP CONSTRAINT finding_settlements_version;
ALTER TABLE finding_settlements DROP COLUMN ends;
ALTER TABLE finding_settlements DROP COLUMN starts;
ALTER TABLE finding_settlements DROP COLUMN field;
ALTER TABLE finding_settlements DROP COLUMN block;
ALTER TABLE finding_settlements DROP COLUMN version;
ALTER TABLE finding_settlements ADD COLUMN text_hash text;
UPDATE finding_settlements SET text_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex');
ALTER TABLE finding_settlements ALTER COLUMN text_hash SET NOT NULL;
ALTER TABLE finding_settlements DROP CONSTRAINT finding_settlements_id;
ALTER TABLE finding_settlements DROP COLUMN id;
ALTER TABLE finding_settlements ADD CONSTRAINT finding_settlements_once PRIMARY KEY (article, rule, text_hash);
