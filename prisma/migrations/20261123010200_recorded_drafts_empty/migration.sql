-- What a recorded draft held in plain words lives on in its incidents, masked where it is protected.
UPDATE "draft" SET "document" = '{}' WHERE cardinality("recorded_as") > 0;
