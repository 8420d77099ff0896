-- Missing sources signed off, and findings let stand, each with who and why.
-- up
CREATE TABLE source_sign_offs (
  article uuid CONSTRAINT source_sign_offs_once PRIMARY KEY CONSTRAINT source_sign_offs_article REFERENCES articles (id),
  person uuid CONSTRAINT source_sign_offs_person REFERENCES people (id),
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE finding_settlements (
  article uuid NOT NULL CONSTRAINT finding_settlements_article REFERENCES articles (id),
  rule text NOT NULL,
  text_hash text NOT NULL,
  text text NOT NULL,
  person uuid CONSTRAINT finding_settlements_person REFERENCES people (id),
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT finding_settlements_once PRIMARY KEY (article, rule, text_hash)
);

-- down
DROP TABLE finding_settlements;
DROP TABLE source_sign_offs;
