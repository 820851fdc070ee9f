-- The whole loss of each side, for the summary by actor: read from the index alone, in the order of the parties
CREATE INDEX "figure_of_party" ON "figure" ("party_id", "outcome") INCLUDE ("low", "best", "high", "open")
  WHERE "party_id" IS NOT NULL AND "site_id" IS NULL AND "person_status" IS NULL AND "sex_age" IS NULL AND "unit" = 'persons';
