-- The few incidents whose whole has no best: the summary by actor asks whether a party's figure tells of them.
CREATE INDEX "incident_undecided" ON "incident" ("id")
  WHERE "killed_best" IS NULL AND "killed_low" IS NOT NULL OR "wounded_best" IS NULL AND "wounded_low" IS NOT NULL;
