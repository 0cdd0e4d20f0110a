-- An intent to tell another program of an event; it commits with the event. What is sent is read when it is sent.
CREATE TABLE w.webhook_delivery (
  id uuid PRIMARY KEY,
  webhook_id text NOT NULL,
  -- Null for a trial that somebody asked for.
  event_id uuid,
  created_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed', 'skipped')),
  attempts smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  response_status smallint,
  reason text,
  took_ms integer,
  ended_at timestamptz
);
CREATE INDEX webhook_delivery_due ON w.webhook_delivery (next_at, id) WHERE status = 'waiting';
CREATE INDEX webhook_delivery_log ON w.webhook_delivery (webhook_id, id DESC);

-- Keys for programs may be limited to some objects.
ALTER TABLE w.api_key ADD COLUMN scopes jsonb;
