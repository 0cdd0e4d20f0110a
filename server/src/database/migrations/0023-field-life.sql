-- The field a job works on: one at a time.
ALTER TABLE w.job ADD COLUMN about_object text, ADD COLUMN about_field text;
CREATE INDEX job_about ON w.job (about_object, about_field) WHERE status IN ('running', 'failed');

-- What is out of use and may come back: a field's column or an object's table, dropped when its time is over.
CREATE TABLE w.recycled (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('field', 'object')),
  -- `deleted` by somebody, or `converted`: its values went on in another column.
  why text NOT NULL CHECK (why IN ('deleted', 'converted')),
  object text NOT NULL,
  -- The definition as it was; a field's id names its column, an object's its table.
  definition jsonb NOT NULL,
  removed_at timestamptz NOT NULL,
  removed_by uuid,
  drop_at timestamptz NOT NULL
);
CREATE INDEX recycled_drop ON w.recycled (drop_at);

-- While a field changes its type, a trigger notes here whose value was written. Append-only, so that no writer waits for the
-- one who reads it.
CREATE TABLE w.converting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id uuid NOT NULL,
  record_id uuid NOT NULL
);
CREATE INDEX converting_job ON w.converting (job_id, id);

CREATE FUNCTION w.note_converting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO w.converting (job_id, record_id) VALUES (TG_ARGV[0]::uuid, NEW.id);
  RETURN NULL;
END $$;

-- Cells that had no value of the new type, as they were.
CREATE TABLE w.lost_cell (
  job_id uuid NOT NULL,
  record_id uuid NOT NULL,
  text text NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (job_id, record_id)
);

-- Until now every object came with the platform.
UPDATE w.config_item SET item = item || '{"isStandard": true}' WHERE kind = 'object';
