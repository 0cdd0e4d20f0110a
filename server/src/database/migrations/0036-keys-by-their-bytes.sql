-- What is only ever looked up whole is compared byte by byte: by the rules of a language each comparison took many times as
-- long, and a key is compared some twenty times when it is added or found.
ALTER TABLE w.identity ALTER COLUMN object TYPE text COLLATE "C", ALTER COLUMN kind TYPE text COLLATE "C", ALTER COLUMN value TYPE text COLLATE "C";
ALTER TABLE w.capture ALTER COLUMN source_id TYPE text COLLATE "C", ALTER COLUMN event_id TYPE text COLLATE "C";
