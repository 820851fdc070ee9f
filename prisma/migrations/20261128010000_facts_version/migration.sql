-- Whoever changes what the facts of incidents rest on counts one up, once a transaction: the sum of all counts tells one
-- state of these tables from every other. Each writer takes a row that nobody else has, and adds one where all are taken,
-- so that writers do not wait for one another; seen by others when it is committed, together with the change.
CREATE TABLE "facts_version" (
    "slot" SERIAL NOT NULL,
    "changes" BIGINT NOT NULL DEFAULT 1,

    CONSTRAINT "facts_version_pkey" PRIMARY KEY ("slot")
);

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
