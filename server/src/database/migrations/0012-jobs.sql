-- Long work: a state machine whose steps are transactions. `run_at` is when it may step next; while work that no transaction
-- can hold is under way, `lease` names who does it and `run_at` is when others may take it over.
CREATE TABLE w.job (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  input jsonb NOT NULL,
  state jsonb NOT NULL,
  status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'failed', 'cancelled')),
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  failures smallint NOT NULL DEFAULT 0,
  reason text,
  result jsonb,
  is_cancelling boolean NOT NULL DEFAULT false,
  run_at timestamptz NOT NULL,
  lease uuid,
  steps bigint NOT NULL DEFAULT 0,
  stepped_at timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX job_due ON w.job (run_at) WHERE status = 'running';
CREATE INDEX job_lease ON w.job (lease) WHERE lease IS NOT NULL;
