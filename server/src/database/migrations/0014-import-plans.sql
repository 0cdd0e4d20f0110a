-- What an import would do, counted over the whole file before anything is written.
ALTER TABLE w.import ADD COLUMN plan jsonb;
-- `answer`: what a person said about a row that asked. `event_id`: the event of the update it made, by which it is undone.
ALTER TABLE w.import_row ADD COLUMN answer text, ADD COLUMN event_id uuid;
-- Every row is settled once: room beside it keeps the new version on its page and the index as it is.
ALTER TABLE w.import_row SET (fillfactor = 60);
