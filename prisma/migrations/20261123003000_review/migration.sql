-- Withdrawn: it was published and is not any more; readers see that, and why, and nothing else of it.
ALTER TABLE "incident" DROP CONSTRAINT "incident_status_listed";
ALTER TABLE "incident" ADD CONSTRAINT "incident_status_listed" CHECK ("status" IN ('draft', 'in-review', 'verified', 'published', 'rejected', 'withdrawn'));

-- A published incident that was changed stays published; whoever reviews is asked to verify it anew.
ALTER TABLE "incident" ADD COLUMN "unverified_change" BOOLEAN NOT NULL DEFAULT false;

-- What waits for somebody is little beside all that is published.
CREATE INDEX "incident_in_work" ON "incident" ("status", "id")
  WHERE ("status" IN ('draft', 'in-review', 'verified') OR "unverified_change") AND "deleted_at" IS NULL;

CREATE TABLE "review_step" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,
    "from_unverified_change" BOOLEAN NOT NULL DEFAULT false,
    "by_user" TEXT,
    "by_whom" TEXT NOT NULL,
    "second_person" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_step_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "review_step_incident_id_idx" ON "review_step"("incident_id");
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_step" ADD CONSTRAINT "review_step_step_listed" CHECK ("step" IN ('submit', 'verify', 'publish', 'confirm', 'return', 'reject', 'withdraw', 'reopen'));

-- A contradiction that nobody can decide is left disputed by somebody, who says why: then it may go on.
ALTER TABLE "conflict_set" ADD COLUMN "left_disputed_by" TEXT,
ADD COLUMN "left_disputed_at" TIMESTAMPTZ(3),
ADD COLUMN "left_disputed_why" TEXT;

-- A comment on a claim that is gone is kept for who wrote it: it may speak of what only few could see.
CREATE TABLE "comment" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "claim_id" INTEGER,
    "about_claim" BOOLEAN NOT NULL DEFAULT false,
    "author" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comment_incident_id_idx" ON "comment"("incident_id");
CREATE INDEX "comment_claim_id_idx" ON "comment"("claim_id");
ALTER TABLE "comment" ADD CONSTRAINT "comment_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "notice" (
    "user_id" TEXT NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("user_id", "comment_id")
);
CREATE INDEX "notice_comment_id_idx" ON "notice"("comment_id");
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
