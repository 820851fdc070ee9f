-- Which version of the dataset a file was: a row of an older version never replaces one of a newer.
ALTER TABLE "import" ADD COLUMN "dataset_version" TEXT NOT NULL DEFAULT '';

-- An incident's claims and parties are replaced when its row changes upstream. Without these, each row deleted would
-- be looked for in the whole of `claim` and `figure` (foreign keys that are mostly null).
CREATE INDEX "claim_superseded_by_id_idx" ON "claim" ("superseded_by_id") WHERE "superseded_by_id" IS NOT NULL;
CREATE INDEX "claim_denies_id_idx" ON "claim" ("denies_id") WHERE "denies_id" IS NOT NULL;
CREATE INDEX "claim_owner_party_id_idx" ON "claim" ("owner_party_id") WHERE "owner_party_id" IS NOT NULL;
CREATE INDEX "claim_about_party_id_idx" ON "claim" ("about_party_id") WHERE "about_party_id" IS NOT NULL;
CREATE INDEX "claim_party_id_idx" ON "claim" ("party_id") WHERE "party_id" IS NOT NULL;
CREATE INDEX "figure_party_id_idx" ON "figure" ("party_id") WHERE "party_id" IS NOT NULL;
