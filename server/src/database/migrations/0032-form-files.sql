-- Files that strangers sent with a form wait for the capture of that event, also while it is refused and may be run again.
ALTER TABLE w.file ADD COLUMN source_id text, ADD COLUMN event_id text;
-- Pictures at the head of public forms belong to no record and stay.
ALTER TABLE w.file ADD COLUMN is_cover boolean NOT NULL DEFAULT false;
CREATE INDEX file_unused ON w.file (created_at) WHERE record_id IS NULL AND NOT is_cover;
