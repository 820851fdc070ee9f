-- Whether lists and charts of the team, too, leave out claims: those for named people. `withheld` says it of readers.
ALTER TABLE "incident" ADD COLUMN     "withheld_from_team" BOOLEAN NOT NULL DEFAULT false;

-- Derived at the next start.
UPDATE "incident" SET "derive_on" = DATE '2000-01-01' WHERE "withheld";
