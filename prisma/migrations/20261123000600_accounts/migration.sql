-- Of a session's token only its SHA-256 is kept from now on, so that a stolen copy of the database opens no session. Those
-- that are open are ended: their tokens stand here readable.
DELETE FROM "session";

-- A way back in can also take a lost second factor away; an act of its own, never a silent part of a new password.
ALTER TABLE "invitation" ADD COLUMN "resets_factor" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- What was done cannot be made undone by whoever did it: the log of accesses only grows.
CREATE FUNCTION access_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of accesses only grows.';
END
$$;
CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "access_log"
  FOR EACH STATEMENT EXECUTE FUNCTION access_log_only_grows();
