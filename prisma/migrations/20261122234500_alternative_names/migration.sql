-- A name for each alternative of a conflict set, in their order, empty where it has none. How many alternatives there
-- are is told by it too: one may hold no claim at all ("nothing of it happened").
ALTER TABLE "conflict_set" ADD COLUMN "alternative_names" TEXT[] NOT NULL DEFAULT '{}';

UPDATE "conflict_set" s SET "alternative_names" = array_fill(''::text, ARRAY[
  (SELECT coalesce(max(a."alternative"), 1) + 1 FROM "alternative_claim" a WHERE a."conflict_set_id" = s."id")
]);

ALTER TABLE "conflict_set" ALTER COLUMN "alternative_names" DROP DEFAULT;
ALTER TABLE "conflict_set" ADD CONSTRAINT "conflict_set_alternatives" CHECK (cardinality("alternative_names") BETWEEN 2 AND 10);
ALTER TABLE "conflict_set" ADD CONSTRAINT "conflict_set_decided_one" CHECK ("decided" >= 0 AND "decided" < cardinality("alternative_names"));
