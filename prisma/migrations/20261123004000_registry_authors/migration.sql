-- A place or actor that somebody added tells of the incident that it was added for. It is for whoever added it, the team,
-- and those who read an incident that names it: so each is to know its author. Null: the keeper, or a source's.
ALTER TABLE "place" ADD COLUMN "created_by" TEXT;
ALTER TABLE "actor" ADD COLUMN "created_by" TEXT;

UPDATE "place" p SET "created_by" = r."by_user" FROM "revision" r
  WHERE r."entity" = 'place' AND r."action" = 'record' AND r."entity_id" = p."id" AND p."key" LIKE 'own:%';
UPDATE "actor" a SET "created_by" = r."by_user" FROM "revision" r
  WHERE r."entity" = 'actor' AND r."action" = 'record' AND r."entity_id" = a."id" AND a."key" LIKE 'own:%';

-- Which claims tell of a place: asked of each added place that somebody outside the team looks up.
CREATE INDEX "claim_told_place" ON "claim" ((("value" ->> 'placeId')::int)) WHERE "subject" = 'where';
