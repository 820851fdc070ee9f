-- Figures by audience. The fact columns of `incident` and its figures are those of what everybody who reads it may
-- know; where the team knows more, its own stand beside them, and only queries of the team open that table.
CREATE TABLE "incident_team_facts" (
    "incident_id" INTEGER NOT NULL,
    "killed_low" INTEGER,
    "killed_best" INTEGER,
    "killed_high" INTEGER,
    "killed_open" BOOLEAN NOT NULL DEFAULT false,
    "killed_state" TEXT NOT NULL DEFAULT 'none',
    "wounded_low" INTEGER,
    "wounded_best" INTEGER,
    "wounded_high" INTEGER,
    "wounded_open" BOOLEAN NOT NULL DEFAULT false,
    "wounded_state" TEXT NOT NULL DEFAULT 'none',
    "disputed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "incident_team_facts_pkey" PRIMARY KEY ("incident_id")
);
ALTER TABLE "incident_team_facts" ADD CONSTRAINT "incident_team_facts_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "derive_on" DATE,
ADD COLUMN     "place_protected" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withheld" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "figure" ADD COLUMN     "audience" TEXT NOT NULL DEFAULT 'all';
ALTER TABLE "report" ADD COLUMN     "source_protected" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "statement" ADD COLUMN     "speaker_protected" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "claim" ADD COLUMN     "has_victims" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "figure" ADD CONSTRAINT "figure_audience_listed" CHECK ("audience" IN ('all', 'readers', 'team'));
DROP INDEX "figure_cell";
CREATE UNIQUE INDEX "figure_cell" ON "figure" ("incident_id", "outcome", "unit", coalesce("site_id", 0), coalesce("party_id", 0), coalesce("person_status", ''), coalesce("sex_age", ''), "audience");
DROP INDEX "figure_of_party";
CREATE INDEX "figure_of_party" ON "figure" ("party_id", "outcome") INCLUDE ("low", "best", "high", "open", "audience")
  WHERE "party_id" IS NOT NULL AND "site_id" IS NULL AND "person_status" IS NULL AND "sex_age" IS NULL AND "unit" = 'persons';

-- Two people who do not see each other's claims may each prefer one: the door holds it for what each of them sees.
DROP INDEX "claim_preferred";

-- What waits for an embargo to pass, and what is older than this distinction: derived at the next start.
CREATE INDEX "incident_derive_on" ON "incident" ("derive_on") WHERE "derive_on" IS NOT NULL;
UPDATE "incident" SET "derive_on" = DATE '2000-01-01' WHERE "dataset_id" IS NULL OR "id" IN (
  SELECT "incident_id" FROM "claim" WHERE "visibility" <> 'everyone' AND "incident_id" IS NOT NULL
);
