-- What not everybody may read, or not as it is: the few that a reader of the team gets besides what all get.
CREATE INDEX "incident_not_for_all" ON "incident" ("id")
  WHERE "status" <> 'published' OR "visibility" <> 'everyone' OR "embargo" IS NOT NULL;
CREATE INDEX "figure_not_for_all" ON "figure" ("incident_id") WHERE "audience" <> 'all';
