-- Whoever changes what the facts of incidents rest on counts one up, once a transaction: the sum of all counts tells one
-- state of these tables from every other. Each writer takes a row that nobody else has, and adds one where all are taken,
-- so that writers do not wait for one another; seen by others when it is committed, together with the change.
CREATE TABLE "facts_version" (
    "slot" SERIAL NOT NULL,
    "changes" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "facts_version_pkey" PRIMARY KEY ("slot")
);

-- Which incidents were changed of late, so that whoever holds the facts of a record is told these alone. A row is of one
-- transaction and one incident, with how the incident was kept before it: to whom it may be told that it is gone. Incident 0
-- stands for everything. Why nobody misses one: docs/decisions/2026-11-28-explore.md.
CREATE TABLE "facts_change" (
    "xid" BIGINT NOT NULL,
    "incident_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "status" TEXT,
    "visibility" TEXT,
    "embargo" DATE,
    "named" TEXT[],
    "created_by" TEXT,
    "sample" BOOLEAN,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "facts_change_pkey" PRIMARY KEY ("xid", "incident_id")
);

CREATE INDEX "facts_change_at_idx" ON "facts_change"("at");

-- Counts one up, once a transaction; whoever is its first also takes out what is too old for anybody to ask for.
CREATE FUNCTION facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Local to the transaction, and gone with what a savepoint takes back.
  IF current_setting('waqai.facts_changed', true) = 'yes' THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('waqai.facts_changed', 'yes', true);
  UPDATE facts_version SET changes = changes + 1
    WHERE slot = (SELECT slot FROM facts_version LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO facts_version DEFAULT VALUES;
  END IF;
  DELETE FROM facts_change WHERE (xid, incident_id) IN (
    SELECT xid, incident_id FROM facts_change WHERE at < now() - interval '12 hours'
    ORDER BY at LIMIT 2000 FOR UPDATE SKIP LOCKED);
  PERFORM pg_notify('facts', '');
  RETURN NULL;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'incident', 'incident_team_facts', 'party', 'figure', 'site', 'incident_link', 'place', 'place_name', 'actor',
    'actor_name', 'actor_relation', 'dataset', 'setting', 'episode', 'episode_incident', 'claim', 'statement', 'citation',
    'report'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION facts_changed()',
      name);
  END LOOP;
END $$;

CREATE FUNCTION facts_all_noted() RETURNS boolean LANGUAGE sql AS
  $$ SELECT coalesce(current_setting('waqai.facts_all', true) = 'yes', false) $$;

CREATE FUNCTION facts_note_all() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF facts_all_noted() THEN
    RETURN;
  END IF;
  PERFORM set_config('waqai.facts_all', 'yes', true);
  INSERT INTO facts_change (xid, incident_id) VALUES (pg_current_xact_id()::text::bigint, 0)
    ON CONFLICT DO NOTHING;
END $$;

-- From so many on it is said of everything.
CREATE FUNCTION facts_note(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(ids) > 300 THEN
    PERFORM facts_note_all();
  ELSIF cardinality(ids) > 0 THEN
    INSERT INTO facts_change (xid, incident_id)
      SELECT pg_current_xact_id()::text::bigint, id FROM unnest(ids) id ON CONFLICT DO NOTHING;
  END IF;
END $$;

CREATE FUNCTION facts_note_everything() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM facts_note_all();
  RETURN NULL;
END $$;

-- Of the first change of an incident within a transaction it is kept how the incident was before: others never saw what
-- lay between. One that is new was nobody's, as a deleted one is.
CREATE FUNCTION facts_note_incidents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF facts_all_noted() THEN
    RETURN NULL;
  END IF;
  IF (SELECT count(*) FROM (SELECT FROM changed LIMIT 301) few) > 300 THEN
    PERFORM facts_note_all();
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO facts_change (xid, incident_id, deleted_at)
      SELECT pg_current_xact_id()::text::bigint, id, now() FROM changed ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO facts_change AS noted
        (xid, incident_id, status, visibility, embargo, named, created_by, sample, deleted_at)
      SELECT pg_current_xact_id()::text::bigint, id, status, visibility, embargo, named, created_by, sample, deleted_at
      FROM changed
      ON CONFLICT (xid, incident_id) DO UPDATE SET status = excluded.status, visibility = excluded.visibility,
        embargo = excluded.embargo, named = excluded.named, created_by = excluded.created_by,
        sample = excluded.sample, deleted_at = excluded.deleted_at
      WHERE noted.visibility IS NULL AND noted.deleted_at IS NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF facts_all_noted() THEN
    RETURN NULL;
  END IF;
  PERFORM facts_note(array(SELECT DISTINCT incident_id FROM changed WHERE incident_id IS NOT NULL LIMIT 301));
  IF TG_OP = 'UPDATE' THEN
    PERFORM facts_note(array(SELECT DISTINCT incident_id FROM before WHERE incident_id IS NOT NULL LIMIT 301));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_links() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF facts_all_noted() THEN
    RETURN NULL;
  END IF;
  PERFORM facts_note(array(SELECT from_id FROM changed UNION SELECT to_id FROM changed LIMIT 301));
  IF TG_OP = 'UPDATE' THEN
    PERFORM facts_note(array(SELECT from_id FROM before UNION SELECT to_id FROM before LIMIT 301));
  END IF;
  RETURN NULL;
END $$;

-- Facts have what claims of several incidents add, by the incidents: so a change of such claims, or of what they rest on, is
-- one of all incidents of the episode.
CREATE FUNCTION facts_note_episodes(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(ids) > 0 THEN
    PERFORM facts_note(array(
      SELECT DISTINCT incident_id FROM episode_incident WHERE episode_id = ANY(ids) LIMIT 301));
  END IF;
END $$;

CREATE FUNCTION facts_note_episode_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF facts_all_noted() THEN
    RETURN NULL;
  END IF;
  PERFORM facts_note_episodes(array(SELECT DISTINCT episode_id FROM changed WHERE episode_id IS NOT NULL));
  IF TG_OP = 'UPDATE' THEN
    PERFORM facts_note_episodes(array(SELECT DISTINCT episode_id FROM before WHERE episode_id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() THEN
    PERFORM facts_note_episodes(array(
      SELECT DISTINCT c.episode_id FROM changed s JOIN claim c ON c.statement_id = s.id
      WHERE c.episode_id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_citations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() THEN
    PERFORM facts_note_episodes(array(
      SELECT DISTINCT c.episode_id FROM changed t JOIN claim c ON c.statement_id = t.statement_id
      WHERE c.episode_id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() THEN
    PERFORM facts_note_episodes(array(
      SELECT c.episode_id FROM changed r JOIN claim c ON c.report_id = r.id WHERE c.episode_id IS NOT NULL
      UNION
      SELECT c.episode_id FROM changed r JOIN citation t ON t.report_id = r.id
        JOIN claim c ON c.statement_id = t.statement_id
      WHERE c.episode_id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;

-- A new name of what was there before changes what is shown; one of what is new, nothing that anybody holds. (Within a
-- savepoint all are taken for old.)
CREATE FUNCTION facts_note_place_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() AND EXISTS (
    SELECT FROM changed n JOIN place p ON p.id = n.place_id WHERE p.xmin <> pg_current_xact_id()::xid) THEN
    PERFORM facts_note_all();
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION facts_note_actor_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() AND EXISTS (
    SELECT FROM changed n JOIN actor a ON a.id = n.actor_id WHERE a.xmin <> pg_current_xact_id()::xid) THEN
    PERFORM facts_note_all();
  END IF;
  RETURN NULL;
END $$;

-- Which rows of a table tell what was changed. Of incidents it is what they were before; where a part may have moved, both.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT tables.name, tables.noting, event.name AS event, event.rows
    FROM (VALUES
      ('incident', 'facts_note_incidents', 'all'), ('incident_team_facts', 'facts_note_parts', 'all'),
      ('party', 'facts_note_parts', 'all'), ('figure', 'facts_note_parts', 'all'), ('site', 'facts_note_parts', 'all'),
      ('incident_link', 'facts_note_links', 'all'), ('episode_incident', 'facts_note_parts', 'all'),
      ('episode_incident', 'facts_note_episode_parts', 'all'), ('claim', 'facts_note_episode_parts', 'all'),
      ('statement', 'facts_note_statements', 'UPDATE'), ('citation', 'facts_note_citations', 'all'),
      ('report', 'facts_note_reports', 'UPDATE'), ('place_name', 'facts_note_place_names', 'INSERT'),
      ('actor_name', 'facts_note_actor_names', 'INSERT')
    ) AS tables (name, noting, events)
    JOIN (VALUES
      ('INSERT', 'NEW TABLE AS changed'), ('UPDATE', 'OLD TABLE AS before NEW TABLE AS changed'),
      ('DELETE', 'OLD TABLE AS changed')
    ) AS event (name, rows) ON tables.events IN ('all', event.name)
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
      one.noting || '_' || lower(one.event), one.event, one.name,
      CASE WHEN one.name = 'incident' AND one.event = 'UPDATE' THEN 'OLD TABLE AS changed' ELSE one.rows END, one.noting);
  END LOOP;
  FOR one IN SELECT * FROM (VALUES
    ('incident', 'TRUNCATE'), ('incident_team_facts', 'TRUNCATE'), ('party', 'TRUNCATE'), ('figure', 'TRUNCATE'),
    ('site', 'TRUNCATE'), ('incident_link', 'TRUNCATE'), ('episode_incident', 'TRUNCATE'), ('claim', 'TRUNCATE'),
    ('statement', 'TRUNCATE'), ('citation', 'TRUNCATE'), ('report', 'TRUNCATE'),
    -- A new place, actor or dataset is nothing's yet.
    ('place', 'UPDATE OR DELETE OR TRUNCATE'), ('place_name', 'UPDATE OR DELETE OR TRUNCATE'),
    ('actor', 'UPDATE OR DELETE OR TRUNCATE'), ('actor_name', 'UPDATE OR DELETE OR TRUNCATE'),
    ('dataset', 'UPDATE OR DELETE OR TRUNCATE'), ('actor_relation', 'INSERT OR UPDATE OR DELETE OR TRUNCATE'),
    ('setting', 'INSERT OR UPDATE OR DELETE OR TRUNCATE')
  ) AS tables (name, events) LOOP
    EXECUTE format('CREATE TRIGGER facts_note_everything AFTER %s ON %I FOR EACH STATEMENT EXECUTE FUNCTION facts_note_everything()',
      one.events, one.name);
  END LOOP;
END $$;
