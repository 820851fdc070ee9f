-- Imports look for settlements by their whole name: by trigrams each look-up read 150 pages. A hash holds names of any length.
CREATE INDEX "place_name_folded" ON "place_name" USING HASH ("folded");

-- A log that is saved over may lose sites: without these, each one lost would be looked for in the whole of both tables.
CREATE INDEX "claim_site_id_idx" ON "claim" ("site_id") WHERE "site_id" IS NOT NULL;
CREATE INDEX "figure_site_id_idx" ON "figure" ("site_id") WHERE "site_id" IS NOT NULL;

-- figure_cell begins with the incident too; and few claims are of an episode.
DROP INDEX "figure_incident_id_idx";
DROP INDEX "claim_episode_id_idx";
CREATE INDEX "claim_episode_id_idx" ON "claim" ("episode_id") WHERE "episode_id" IS NOT NULL;
