-- The explanations of a batch of decisions, each told by what is different from the one before it: a pool of ninety people
-- hardly changes from one decision to the next. A decision's own explanation is at `place`.
CREATE TABLE w.assignment_series (
  id uuid PRIMARY KEY,
  content json NOT NULL
);
ALTER TABLE w.assignment_decision
  ALTER COLUMN explanation DROP NOT NULL,
  ADD COLUMN series_id uuid,
  ADD COLUMN place integer,
  ADD CONSTRAINT assignment_decision_explained CHECK (explanation IS NOT NULL OR (series_id IS NOT NULL AND place IS NOT NULL)) NOT VALID;
