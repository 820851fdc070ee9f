-- Files that bear an incident or a report out: pictures and documents. They lie in the database, since several instances
-- behind a balancer must all see them, and since a backup of it is then whole.
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    -- Its address, /evidence/CODE: drawn at random, so that knowing one tells of no other.
    "code" UUID NOT NULL,
    -- It hangs on one of the two. On a report it belongs to every incident of the report.
    "incident_id" INTEGER,
    "report_id" INTEGER,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "note" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'team',
    "named" TEXT[] NOT NULL DEFAULT '{}',
    "embargo" DATE,
    "created_by" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- The bytes, apart from what is told of them: no list ever reads them by mistake.
CREATE TABLE "evidence_file" (
    "evidence_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("evidence_id","part")
);

CREATE UNIQUE INDEX "evidence_code_key" ON "evidence"("code");
CREATE INDEX "evidence_incident_id_idx" ON "evidence"("incident_id");
CREATE INDEX "evidence_report_id_idx" ON "evidence"("report_id");

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_hangs_on_one" CHECK (num_nonnulls("incident_id", "report_id") = 1);
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_type_listed" CHECK ("type" IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf'));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_visibility_listed" CHECK ("visibility" IN ('everyone', 'team', 'named'));
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_part_listed" CHECK ("part" IN ('original', 'shared'));
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_length_fits" CHECK ("length" = octet_length("bytes") AND "length" > 0);
-- What was damaged on its way here is not stored under the hash of what was sent.
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_sha256_fits" CHECK ("sha256" = encode(sha256("bytes"), 'hex'));

-- Pictures and documents are compressed already: Postgres need not try again.
ALTER TABLE "evidence_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
