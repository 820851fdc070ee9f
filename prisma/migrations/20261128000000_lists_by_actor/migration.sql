-- A list by actor is walked in the order of the incidents, so that it can stop after its first page. The foreign key
-- keeps a party's day the same as its incident's.
DROP INDEX "incident_sort_on_id_idx";
CREATE UNIQUE INDEX "incident_sort_on_id_key" ON "incident"("sort_on", "id");

ALTER TABLE "party" ADD COLUMN "sort_on" DATE;
UPDATE "party" p SET "sort_on" = i."sort_on" FROM "incident" i WHERE i."id" = p."incident_id";
ALTER TABLE "party" ALTER COLUMN "sort_on" SET NOT NULL;

ALTER TABLE "party" DROP CONSTRAINT "party_incident_id_fkey";
ALTER TABLE "party" ADD CONSTRAINT "party_sort_on_incident_id_fkey" FOREIGN KEY ("sort_on", "incident_id")
  REFERENCES "incident"("sort_on", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DROP INDEX "party_actor_id_incident_id_idx";
CREATE INDEX "party_actor_id_sort_on_incident_id_idx" ON "party"("actor_id", "sort_on", "incident_id");
