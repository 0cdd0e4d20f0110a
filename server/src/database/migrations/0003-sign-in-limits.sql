-- Tries at signing in, per login and per address, so that guessing is slow in every process at once. Keys are hashed:
-- people type passwords into the wrong field.
CREATE TABLE w.sign_in_try (
  key text PRIMARY KEY,
  count integer NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sign_in_try_end ON w.sign_in_try (ends_at);

-- A key may be for reading only.
ALTER TABLE w.api_key ADD COLUMN read_only boolean NOT NULL DEFAULT false;
CREATE INDEX api_key_user ON w.api_key (user_id);
