-- No query asks for a report by its exact address, and an address of many letters fits no btree (2,704 bytes an entry at most).
DROP INDEX "report_url_idx";

