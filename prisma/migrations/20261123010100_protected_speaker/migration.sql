-- A protected speaker is named apart from the row.
ALTER TABLE "statement" DROP CONSTRAINT "statement_has_speaker";
ALTER TABLE "statement" ADD CONSTRAINT "statement_has_speaker" CHECK ("speaker_protected" OR (
  "actor_id" IS NOT NULL OR "speaker_name" IS NOT NULL OR "channel" IN ('outlet', 'witness', 'agency', 'dataset')));
