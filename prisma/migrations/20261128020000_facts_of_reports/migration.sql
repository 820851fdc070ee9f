-- Facts tell which reports tell of an incident, and what these are called: which hang on it counts as a part of it, and a
-- report's audience or name as one of all incidents that it hangs on.
CREATE TRIGGER facts_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "incident_report"
  FOR EACH STATEMENT EXECUTE FUNCTION facts_changed();
CREATE TRIGGER facts_note_parts_insert AFTER INSERT ON "incident_report"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION facts_note_parts();
CREATE TRIGGER facts_note_parts_update AFTER UPDATE ON "incident_report"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION facts_note_parts();
CREATE TRIGGER facts_note_parts_delete AFTER DELETE ON "incident_report"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION facts_note_parts();
CREATE TRIGGER facts_note_everything AFTER TRUNCATE ON "incident_report"
  FOR EACH STATEMENT EXECUTE FUNCTION facts_note_everything();

CREATE FUNCTION facts_note_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT facts_all_noted() THEN
    PERFORM facts_note(array(
      SELECT DISTINCT h.incident_id FROM changed r JOIN incident_report h ON h.report_id = r.id LIMIT 301));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER facts_note_told_update AFTER UPDATE ON "report"
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION facts_note_told();
