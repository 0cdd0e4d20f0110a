-- The whole values that somebody named, within an hour, to be found among covered ones: by hash, for what is looked for is a
-- person's number. `told` once their going too far stands in the log.
CREATE TABLE w.covered_guess (
  user_id uuid PRIMARY KEY,
  named text[] NOT NULL,
  ends_at timestamptz NOT NULL,
  told boolean NOT NULL DEFAULT false
);
