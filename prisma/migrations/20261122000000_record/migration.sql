-- Look-up by likeness needs trigrams
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "dataset" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "licence_url" TEXT,
    "attribution" TEXT NOT NULL,
    "url" TEXT,
    "collects" TEXT[],
    "statement_id" INTEGER,
    "report_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "columns" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_new" INTEGER NOT NULL DEFAULT 0,
    "rows_changed" INTEGER NOT NULL DEFAULT 0,
    "rows_unchanged" INTEGER NOT NULL DEFAULT 0,
    "rows_refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_problem" (
    "id" SERIAL NOT NULL,
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "import_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_row" (
    "incident_id" INTEGER NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "values" TEXT[],

    CONSTRAINT "source_row_pkey" PRIMARY KEY ("incident_id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2),
    "parent_id" INTEGER,
    "path" INTEGER[],
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "population" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_name" (
    "id" SERIAL NOT NULL,
    "place_id" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "place_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_name" (
    "id" SERIAL NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "actor_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_relation" (
    "id" SERIAL NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "started_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "actor_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" SERIAL NOT NULL,
    "outlet" TEXT NOT NULL,
    "agencies" TEXT[],
    "url" TEXT,
    "archived_url" TEXT,
    "title" TEXT,
    "published_on" DATE,
    "published_on_basis" TEXT,
    "published_on_why" TEXT,
    "language" TEXT NOT NULL,
    "text" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'team',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" SERIAL NOT NULL,
    "actor_id" INTEGER,
    "speaker_name" TEXT,
    "speaker_role" TEXT,
    "channel" TEXT NOT NULL,
    "said_on" DATE,
    "note" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'team',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "statement_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("statement_id","report_id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title_ar" TEXT,
    "title_en" TEXT,
    "summary_ar" TEXT,
    "summary_en" TEXT,
    "kind" TEXT NOT NULL,
    "means" TEXT[],
    "start_on" DATE,
    "end_on" DATE,
    "when_precision" TEXT NOT NULL,
    "when_sense" TEXT NOT NULL DEFAULT 'within',
    "when_open" TEXT NOT NULL DEFAULT 'none',
    "when_time" TEXT,
    "when_part_of_day" TEXT,
    "when_phrase" TEXT,
    "when_counted_from" DATE,
    "place_id" INTEGER NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "where_precision" TEXT NOT NULL,
    "offset_km" DOUBLE PRECISION,
    "offset_bearing" DOUBLE PRECISION,
    "where_phrase" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "grade" TEXT,
    "visibility" TEXT NOT NULL DEFAULT 'team',
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "dataset_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "sort_on" DATE NOT NULL,
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
    "search_text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_report" (
    "incident_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,

    CONSTRAINT "incident_report_pkey" PRIMARY KEY ("incident_id","report_id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name_ar" TEXT,
    "name_en" TEXT,
    "place_id" INTEGER,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "precision" TEXT NOT NULL,
    "offset_km" DOUBLE PRECISION,
    "offset_bearing" DOUBLE PRECISION,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER,
    "episode_id" INTEGER,
    "statement_id" INTEGER NOT NULL,
    "report_id" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "subject" TEXT NOT NULL,
    "quote" TEXT,
    "stands" TEXT,
    "note" TEXT,
    "site_id" INTEGER,
    "party_id" INTEGER,
    "person_status" TEXT,
    "sex_age" TEXT,
    "outcome" TEXT,
    "unit" TEXT,
    "basis" TEXT,
    "moved_from" TEXT,
    "operator" TEXT,
    "min" INTEGER,
    "point" INTEGER,
    "max" INTEGER,
    "word" TEXT,
    "category" TEXT,
    "model" TEXT,
    "owner_party_id" INTEGER,
    "value" JSONB,
    "about_party_id" INTEGER,
    "rejected" BOOLEAN NOT NULL DEFAULT false,
    "rejected_why" TEXT,
    "preferred" BOOLEAN NOT NULL DEFAULT false,
    "superseded_by_id" INTEGER,
    "denies_id" INTEGER,
    "visibility" TEXT NOT NULL DEFAULT 'team',

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_set" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT,
    "opened_by" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided" INTEGER,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_why" TEXT,

    CONSTRAINT "conflict_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alternative_claim" (
    "conflict_set_id" INTEGER NOT NULL,
    "alternative" INTEGER NOT NULL,
    "claim_id" INTEGER NOT NULL,

    CONSTRAINT "alternative_claim_pkey" PRIMARY KEY ("conflict_set_id","alternative","claim_id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" SERIAL NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "site_id" INTEGER,
    "party_id" INTEGER,
    "person_status" TEXT,
    "sex_age" TEXT,
    "outcome" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "low" INTEGER,
    "best" INTEGER,
    "high" INTEGER,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "approximate" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "not_attributed" INTEGER,
    "reasons" JSONB,
    "rule" SMALLINT NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode" (
    "id" SERIAL NOT NULL,
    "title_ar" TEXT,
    "title_en" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "episode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_incident" (
    "episode_id" INTEGER NOT NULL,
    "incident_id" INTEGER NOT NULL,

    CONSTRAINT "episode_incident_pkey" PRIMARY KEY ("episode_id","incident_id")
);

-- CreateTable
CREATE TABLE "incident_link" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "incident_link_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "incident_version" (
    "incident_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "recorded_from" TIMESTAMPTZ(3) NOT NULL,
    "recorded_to" TIMESTAMPTZ(3),
    "document" JSONB,
    "import_id" INTEGER,
    "line" INTEGER,

    CONSTRAINT "incident_version_pkey" PRIMARY KEY ("incident_id","version")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" SERIAL NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" INTEGER NOT NULL,
    "version" INTEGER,
    "action" TEXT NOT NULL,
    "by_whom" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "why" TEXT,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_slug_key" ON "dataset"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_statement_id_key" ON "dataset"("statement_id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_report_id_key" ON "dataset"("report_id");

-- CreateIndex
CREATE INDEX "import_dataset_id_idx" ON "import"("dataset_id");

-- CreateIndex
CREATE INDEX "import_problem_import_id_idx" ON "import_problem"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_row_dataset_id_external_id_key" ON "source_row"("dataset_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "place_key_key" ON "place"("key");

-- CreateIndex
CREATE INDEX "place_parent_id_idx" ON "place"("parent_id");

-- CreateIndex
CREATE INDEX "place_country_idx" ON "place"("country");

-- CreateIndex
CREATE INDEX "place_path_idx" ON "place" USING GIN ("path");

-- CreateIndex

-- CreateIndex
CREATE INDEX "place_name_folded_trgm" ON "place_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "place_name_place_id_lang_name_key" ON "place_name"("place_id", "lang", "name");

-- CreateIndex
CREATE UNIQUE INDEX "actor_key_key" ON "actor"("key");

-- CreateIndex

-- CreateIndex
CREATE INDEX "actor_name_folded_trgm" ON "actor_name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "actor_name_actor_id_lang_name_key" ON "actor_name"("actor_id", "lang", "name");

-- CreateIndex
CREATE INDEX "actor_relation_other_id_idx" ON "actor_relation"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "actor_relation_actor_id_other_id_kind_key" ON "actor_relation"("actor_id", "other_id", "kind");

-- CreateIndex
CREATE INDEX "report_url_idx" ON "report"("url");

-- CreateIndex
CREATE INDEX "statement_actor_id_idx" ON "statement"("actor_id");

-- CreateIndex
CREATE INDEX "citation_report_id_idx" ON "citation"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_code_key" ON "incident"("code");

-- CreateIndex
CREATE INDEX "incident_sort_on_id_idx" ON "incident"("sort_on", "id");

-- CreateIndex
CREATE INDEX "incident_place_id_idx" ON "incident"("place_id");

-- CreateIndex
CREATE INDEX "incident_kind_idx" ON "incident"("kind");

-- CreateIndex
CREATE INDEX "incident_dataset_id_idx" ON "incident"("dataset_id");

-- CreateIndex
CREATE INDEX "incident_search_trgm" ON "incident" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "incident_report_report_id_idx" ON "incident_report"("report_id");

-- CreateIndex
CREATE INDEX "site_incident_id_idx" ON "site"("incident_id");

-- CreateIndex
CREATE INDEX "site_place_id_idx" ON "site"("place_id");

-- CreateIndex
CREATE INDEX "party_actor_id_incident_id_idx" ON "party"("actor_id", "incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_incident_id_actor_id_part_key" ON "party"("incident_id", "actor_id", "part");

-- CreateIndex
CREATE INDEX "claim_incident_id_idx" ON "claim"("incident_id");

-- CreateIndex
CREATE INDEX "claim_episode_id_idx" ON "claim"("episode_id");

-- CreateIndex
CREATE INDEX "claim_statement_id_idx" ON "claim"("statement_id");

-- CreateIndex
CREATE INDEX "conflict_set_incident_id_idx" ON "conflict_set"("incident_id");

-- CreateIndex
CREATE INDEX "alternative_claim_claim_id_idx" ON "alternative_claim"("claim_id");

-- CreateIndex
CREATE INDEX "figure_incident_id_idx" ON "figure"("incident_id");

-- CreateIndex
CREATE INDEX "episode_incident_incident_id_idx" ON "episode_incident"("incident_id");

-- CreateIndex
CREATE INDEX "incident_link_to_id_idx" ON "incident_link"("to_id");

-- CreateIndex
CREATE INDEX "revision_entity_entity_id_idx" ON "revision"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "draft_owner_updated_at_idx" ON "draft"("owner", "updated_at");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_row" ADD CONSTRAINT "source_row_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_row" ADD CONSTRAINT "source_row_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_row" ADD CONSTRAINT "source_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_name" ADD CONSTRAINT "place_name_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_name" ADD CONSTRAINT "actor_name_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_relation" ADD CONSTRAINT "actor_relation_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_relation" ADD CONSTRAINT "actor_relation_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "actor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_report" ADD CONSTRAINT "incident_report_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_report" ADD CONSTRAINT "incident_report_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_owner_party_id_fkey" FOREIGN KEY ("owner_party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_about_party_id_fkey" FOREIGN KEY ("about_party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_denies_id_fkey" FOREIGN KEY ("denies_id") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_set" ADD CONSTRAINT "conflict_set_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alternative_claim" ADD CONSTRAINT "alternative_claim_conflict_set_id_fkey" FOREIGN KEY ("conflict_set_id") REFERENCES "conflict_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alternative_claim" ADD CONSTRAINT "alternative_claim_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_incident" ADD CONSTRAINT "episode_incident_episode_id_fkey" FOREIGN KEY ("episode_id") REFERENCES "episode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_incident" ADD CONSTRAINT "episode_incident_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_link" ADD CONSTRAINT "incident_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_link" ADD CONSTRAINT "incident_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Closed lists
ALTER TABLE "incident" ADD CONSTRAINT "incident_kind_listed" CHECK ("kind" IN ('armed-clash', 'government-regains-territory', 'non-state-actor-overtakes-territory', 'aircraft-shot-down', 'chemical-weapon', 'air-strike', 'suicide-bomb', 'shelling', 'remote-explosive', 'grenade', 'sexual-violence', 'attack-on-civilians', 'execution', 'abduction', 'peaceful-protest', 'protest-with-intervention', 'excessive-force-against-protesters', 'violent-demonstration', 'mob-violence', 'agreement', 'talks', 'arrests', 'change-to-group', 'disrupted-weapons-use', 'base-established', 'looting-or-destruction', 'non-violent-transfer-of-territory', 'siege', 'prisoner-exchange', 'other-development', 'state-based-violence', 'non-state-violence', 'one-sided-violence'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_when_precision_listed" CHECK ("when_precision" IN ('minute', 'part-of-day', 'day', 'days', 'week', 'month', 'year'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_when_sense_listed" CHECK ("when_sense" IN ('within', 'throughout'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_when_open_listed" CHECK ("when_open" IN ('none', 'on-or-before', 'on-or-after'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_when_part_of_day_listed" CHECK ("when_part_of_day" IN ('dawn', 'morning', 'noon', 'afternoon', 'evening', 'night'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_where_precision_listed" CHECK ("where_precision" IN ('exact', 'near', 'district', 'province', 'region', 'country', 'sea-or-air'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_status_listed" CHECK ("status" IN ('draft', 'in-review', 'verified', 'published', 'rejected'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_grade_listed" CHECK ("grade" IN ('confirmed', 'fair', 'weak', 'contested', 'discounted'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_visibility_listed" CHECK ("visibility" IN ('everyone', 'team', 'named'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_killed_state_listed" CHECK ("killed_state" IN ('agreed', 'single-source', 'range', 'contested', 'disputed', 'none', 'not-collected'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_wounded_state_listed" CHECK ("wounded_state" IN ('agreed', 'single-source', 'range', 'contested', 'disputed', 'none', 'not-collected'));
ALTER TABLE "incident" ADD CONSTRAINT "incident_means_listed" CHECK ("means" <@ ARRAY['small-arms', 'artillery', 'rocket', 'missile', 'air-strike', 'drone', 'barrel-bomb', 'cluster-munition', 'chemical', 'mine', 'ied', 'car-bomb', 'suicide-bomb', 'grenade', 'sniper', 'knife', 'arson', 'vehicle', 'torture', 'other']);
ALTER TABLE "report" ADD CONSTRAINT "report_published_on_basis_listed" CHECK ("published_on_basis" IN ('stated', 'inferred'));
ALTER TABLE "report" ADD CONSTRAINT "report_visibility_listed" CHECK ("visibility" IN ('everyone', 'team', 'named'));
ALTER TABLE "statement" ADD CONSTRAINT "statement_channel_listed" CHECK ("channel" IN ('outlet', 'statement', 'social-media', 'interview', 'press', 'witness', 'agency', 'dataset'));
ALTER TABLE "statement" ADD CONSTRAINT "statement_visibility_listed" CHECK ("visibility" IN ('everyone', 'team', 'named'));
ALTER TABLE "place" ADD CONSTRAINT "place_kind_listed" CHECK ("kind" IN ('country', 'division', 'district', 'city', 'area', 'site'));
ALTER TABLE "actor" ADD CONSTRAINT "actor_kind_listed" CHECK ("kind" IN ('state-forces', 'rebel-group', 'political-militia', 'identity-militia', 'rioters', 'protesters', 'civilians', 'external-forces', 'organisation', 'person', 'unknown'));
ALTER TABLE "actor_relation" ADD CONSTRAINT "actor_relation_kind_listed" CHECK ("kind" IN ('part-of', 'allied-with', 'successor-of'));
ALTER TABLE "site" ADD CONSTRAINT "site_kind_listed" CHECK ("kind" IN ('quarry', 'school', 'hospital', 'checkpoint', 'military-base', 'market', 'place-of-worship', 'home', 'street', 'road', 'camp', 'airport', 'port', 'government-building', 'police-station', 'prison', 'oil-or-power', 'water', 'farm', 'border', 'other'));
ALTER TABLE "site" ADD CONSTRAINT "site_precision_listed" CHECK ("precision" IN ('exact', 'near', 'district', 'province', 'region', 'country', 'sea-or-air'));
ALTER TABLE "party" ADD CONSTRAINT "party_part_listed" CHECK ("part" IN ('initiator', 'target', 'participant', 'mediator', 'bystander'));
ALTER TABLE "incident_link" ADD CONSTRAINT "incident_link_kind_listed" CHECK ("kind" IN ('part-of', 'same-episode', 'retaliation-for', 'duplicate-of', 'context', 'before'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_subject_listed" CHECK ("subject" IN ('casualties', 'equipment', 'when', 'where', 'part', 'responsibility', 'kind', 'motive'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_status_listed" CHECK ("person_status" IN ('civilian', 'combatant', 'aircrew', 'police', 'medical', 'journalist', 'aid-worker', 'detainee', 'protester', 'unknown'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_sex_age_listed" CHECK ("sex_age" IN ('men', 'women', 'adults', 'children', 'boys', 'girls', 'elderly'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_unit_listed" CHECK ("unit" IN ('persons', 'families', 'bodies'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_basis_listed" CHECK ("basis" IN ('total', 'of-which', 'in-addition', 'moved'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_moved_from_listed" CHECK ("moved_from" IN ('killed', 'wounded', 'missing', 'captured', 'abducted', 'arrested', 'displaced'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_operator_listed" CHECK ("operator" IN ('exactly', 'at-least', 'at-most', 'between', 'about', 'word', 'plural', 'none', 'denial'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_category_listed" CHECK ("category" IN ('tank', 'armoured-vehicle', 'armed-vehicle', 'vehicle', 'warplane', 'helicopter', 'drone', 'ship', 'artillery', 'air-defence', 'missile-or-rocket', 'weapons', 'ammunition', 'other'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_visibility_listed" CHECK ("visibility" IN ('everyone', 'team', 'named'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_person_status_listed" CHECK ("person_status" IN ('civilian', 'combatant', 'aircrew', 'police', 'medical', 'journalist', 'aid-worker', 'detainee', 'protester', 'unknown'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_sex_age_listed" CHECK ("sex_age" IN ('men', 'women', 'adults', 'children', 'boys', 'girls', 'elderly'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_outcome_listed" CHECK ("outcome" IN ('killed', 'wounded', 'missing', 'captured', 'abducted', 'arrested', 'displaced'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_unit_listed" CHECK ("unit" IN ('persons', 'families', 'bodies'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_state_listed" CHECK ("state" IN ('agreed', 'single-source', 'range', 'contested', 'disputed', 'none'));
ALTER TABLE "figure" ADD CONSTRAINT "figure_basis_listed" CHECK ("basis" IN ('claims', 'parts'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_outcome_listed" CHECK (
  CASE "subject"
    WHEN 'casualties' THEN "outcome" IN ('killed', 'wounded', 'missing', 'captured', 'abducted', 'arrested', 'displaced')
    WHEN 'equipment' THEN "outcome" IN ('captured', 'disabled', 'destroyed', 'shot-down', 'damaged')
    ELSE "outcome" IS NULL
  END);

-- What must not be nonsense, whoever writes it
ALTER TABLE "incident" ADD CONSTRAINT "incident_code_form" CHECK ("code" ~ '^[A-Z]{2}-[0-9]{4}-[0-9A-Z]{4,8}$');
ALTER TABLE "incident" ADD CONSTRAINT "incident_titled" CHECK ("title_ar" IS NOT NULL OR "title_en" IS NOT NULL OR "dataset_id" IS NOT NULL);
ALTER TABLE "incident" ADD CONSTRAINT "incident_span" CHECK (
  CASE "when_open"
    WHEN 'none' THEN "start_on" IS NOT NULL AND "end_on" IS NOT NULL AND "start_on" <= "end_on"
    WHEN 'on-or-before' THEN "start_on" IS NULL AND "end_on" IS NOT NULL
    WHEN 'on-or-after' THEN "start_on" IS NOT NULL AND "end_on" IS NULL
  END);
ALTER TABLE "incident" ADD CONSTRAINT "incident_years" CHECK (
  coalesce("start_on", "end_on") >= DATE '1000-01-01' AND coalesce("end_on", "start_on") <= DATE '2999-12-31');
ALTER TABLE "incident" ADD CONSTRAINT "incident_sorted" CHECK ("sort_on" = coalesce("start_on", "end_on"));
ALTER TABLE "incident" ADD CONSTRAINT "incident_time_form" CHECK ("when_time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE "incident" ADD CONSTRAINT "incident_version_positive" CHECK ("version" >= 1);
ALTER TABLE "incident" ADD CONSTRAINT "incident_killed_ordered" CHECK (
  "killed_low" >= 0 AND "killed_low" <= "killed_high" AND "killed_best" BETWEEN "killed_low" AND "killed_high");
ALTER TABLE "incident" ADD CONSTRAINT "incident_wounded_ordered" CHECK (
  "wounded_low" >= 0 AND "wounded_low" <= "wounded_high" AND "wounded_best" BETWEEN "wounded_low" AND "wounded_high");
ALTER TABLE "incident" ADD CONSTRAINT "incident_point" CHECK (
  ("lat" IS NULL) = ("lon" IS NULL) AND "lat" BETWEEN -90 AND 90 AND "lon" BETWEEN -180 AND 180);
ALTER TABLE "place" ADD CONSTRAINT "place_point" CHECK (
  ("lat" IS NULL) = ("lon" IS NULL) AND "lat" BETWEEN -90 AND 90 AND "lon" BETWEEN -180 AND 180);
ALTER TABLE "place" ADD CONSTRAINT "place_path_ends_in_itself" CHECK ("path"[array_length("path", 1)] = "id");
ALTER TABLE "site" ADD CONSTRAINT "site_point" CHECK (
  ("lat" IS NULL) = ("lon" IS NULL) AND "lat" BETWEEN -90 AND 90 AND "lon" BETWEEN -180 AND 180);
ALTER TABLE "site" ADD CONSTRAINT "site_told" CHECK (
  "name_ar" IS NOT NULL OR "name_en" IS NOT NULL OR "place_id" IS NOT NULL OR "lat" IS NOT NULL);
ALTER TABLE "actor_relation" ADD CONSTRAINT "actor_relation_to_another" CHECK ("actor_id" <> "other_id");
ALTER TABLE "actor_relation" ADD CONSTRAINT "actor_relation_span" CHECK ("started_on" <= "ended_on");
ALTER TABLE "incident_link" ADD CONSTRAINT "incident_link_to_another" CHECK ("from_id" <> "to_id");
ALTER TABLE "report" ADD CONSTRAINT "report_date_has_basis" CHECK (("published_on" IS NULL) = ("published_on_basis" IS NULL));
-- No actor: the outlet speaks in its own voice, or a witness whom nobody names, or a dataset.
ALTER TABLE "statement" ADD CONSTRAINT "statement_has_speaker" CHECK (
  "actor_id" IS NOT NULL OR "speaker_name" IS NOT NULL OR "channel" IN ('outlet', 'witness', 'agency', 'dataset'));
ALTER TABLE "claim" ADD CONSTRAINT "claim_of_one_thing" CHECK (("incident_id" IS NULL) <> ("episode_id" IS NULL));
ALTER TABLE "claim" ADD CONSTRAINT "claim_count_fits" CHECK (
  CASE "operator"
    WHEN 'exactly' THEN "point" IS NOT NULL AND "min" IS NULL AND "max" IS NULL
    WHEN 'about' THEN "point" IS NOT NULL AND "min" IS NULL AND "max" IS NULL
    WHEN 'at-least' THEN "min" IS NOT NULL AND "point" IS NULL AND "max" IS NULL
    WHEN 'at-most' THEN "max" IS NOT NULL AND "point" IS NULL AND "min" IS NULL
    WHEN 'between' THEN "min" IS NOT NULL AND "max" IS NOT NULL AND "min" <= "max" AND ("point" IS NULL OR "point" BETWEEN "min" AND "max")
    WHEN 'word' THEN "min" IS NOT NULL AND "word" IS NOT NULL AND "point" IS NULL AND "max" IS NULL
    ELSE "min" IS NULL AND "point" IS NULL AND "max" IS NULL
  END);
ALTER TABLE "claim" ADD CONSTRAINT "claim_count_not_negative" CHECK ("min" >= 0 AND "point" >= 0 AND "max" >= 0);
ALTER TABLE "claim" ADD CONSTRAINT "claim_subject_filled" CHECK (
  CASE "subject"
    WHEN 'casualties' THEN "unit" IS NOT NULL AND "basis" IS NOT NULL AND "operator" IS NOT NULL AND "category" IS NULL AND "value" IS NULL
    WHEN 'equipment' THEN "category" IS NOT NULL AND "operator" IS NOT NULL AND "value" IS NULL
    ELSE "operator" IS NULL AND "category" IS NULL AND "value" IS NOT NULL
  END);
ALTER TABLE "claim" ADD CONSTRAINT "claim_moved_from_only_when_moved" CHECK (("basis" = 'moved') IS TRUE = ("moved_from" IS NOT NULL));
ALTER TABLE "claim" ADD CONSTRAINT "claim_not_of_itself" CHECK ("superseded_by_id" <> "id" AND "denies_id" <> "id");
ALTER TABLE "claim" ADD CONSTRAINT "claim_rejected_or_preferred" CHECK (NOT ("rejected" AND "preferred"));
ALTER TABLE "figure" ADD CONSTRAINT "figure_ordered" CHECK (
  "low" >= 0 AND "low" <= "high" AND "best" BETWEEN "low" AND "high");
ALTER TABLE "figure" ADD CONSTRAINT "figure_disputed_has_no_best" CHECK ("state" <> 'disputed' OR "best" IS NULL);
CREATE UNIQUE INDEX "figure_cell" ON "figure" ("incident_id", "outcome", "unit", coalesce("site_id", 0), coalesce("party_id", 0), coalesce("person_status", ''), coalesce("sex_age", ''));
-- At most one preferred claim a cell.
CREATE UNIQUE INDEX "claim_preferred" ON "claim" ("incident_id", "outcome", "unit", coalesce("site_id", 0), coalesce("party_id", 0), coalesce("person_status", ''), coalesce("sex_age", '')) WHERE "preferred" AND "subject" = 'casualties' AND "incident_id" IS NOT NULL;
-- One open version an incident.
CREATE UNIQUE INDEX "incident_version_open" ON "incident_version" ("incident_id") WHERE "recorded_to" IS NULL;
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_told" CHECK ("document" IS NOT NULL OR "import_id" IS NOT NULL);
ALTER TABLE "incident_version" ADD CONSTRAINT "incident_version_span" CHECK ("recorded_from" <= "recorded_to");
