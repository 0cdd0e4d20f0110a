-- A workspace is one schema; `w.` is replaced by its name. Tables of records (o_<n>) are made by the object engine from
-- metadata and are not listed here. All ids are uuid v7 made by the application, so id order is time order.

CREATE SCHEMA IF NOT EXISTS jieli;

-- Single characters and pairs: Chinese is searched from one character on, and pg_trgm does not help below three.
CREATE OR REPLACE FUNCTION jieli.grams(value text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}')
  FROM (SELECT substr(lower(value), i, n) AS gram FROM generate_series(1, least(length(value), 200)) i, generate_series(1, 2) n) grams
  WHERE gram !~ '^\s*$'
$$;

CREATE TABLE w.config_item (
  kind text NOT NULL,
  id text NOT NULL,
  item jsonb NOT NULL,
  rev integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  PRIMARY KEY (kind, id)
);

-- Every change of a setting, with before and after: history, diff and roll back read from here.
CREATE TABLE w.config_change (
  version bigint NOT NULL,
  at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (version, kind, id)
);
CREATE INDEX config_change_item ON w.config_change (kind, id, version DESC);

-- One row. `version` moves with every change of settings or directory and tells other processes to read anew.
CREATE TABLE w.workspace (
  id text PRIMARY KEY,
  name text NOT NULL,
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  version bigint NOT NULL DEFAULT 1,
  next_number bigint NOT NULL DEFAULT 1
);

-- The outbox, the audit, the timeline and the live feed are this one log.
CREATE TABLE w.event (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  object text NOT NULL,
  record_id uuid NOT NULL,
  actor_kind text NOT NULL,
  actor_id text,
  cause_id uuid,
  root_id uuid,
  depth smallint NOT NULL DEFAULT 0,
  changes jsonb NOT NULL DEFAULT '{}',
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX event_record ON w.event (record_id, id DESC);

-- Normalised strong keys. The primary key is what makes two doors that see one person at the same instant give one record.
CREATE TABLE w.identity (
  object text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (object, kind, value)
);
CREATE INDEX identity_record ON w.identity (record_id);

-- Every submission, as it came: stored before anything is decided, kept with the reason when refused, once per sender's id.
CREATE TABLE w.capture (
  id uuid PRIMARY KEY,
  source_id text NOT NULL,
  event_id text NOT NULL,
  received_at timestamptz NOT NULL,
  occurred_at timestamptz,
  payload jsonb NOT NULL,
  attribution jsonb NOT NULL DEFAULT '{}',
  actor_kind text NOT NULL,
  actor_id text,
  status text NOT NULL CHECK (status IN ('received', 'stored', 'touched', 'refused')),
  reason text,
  issues jsonb,
  record_id uuid,
  processed_at timestamptz,
  attempts smallint NOT NULL DEFAULT 0,
  UNIQUE (source_id, event_id)
);
CREATE INDEX capture_waiting ON w.capture (received_at) WHERE status = 'received';
CREATE INDEX capture_refused ON w.capture (received_at DESC) WHERE status = 'refused';
CREATE INDEX capture_source ON w.capture (source_id, received_at DESC);
CREATE INDEX capture_record ON w.capture (record_id);

-- Requests that failed verification are counted, never kept: an attacker must not be able to fill the disk.
CREATE TABLE w.capture_refusal_count (
  source_id text NOT NULL,
  day date NOT NULL,
  code text NOT NULL,
  count bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (source_id, day, code)
);

-- What a person has in hand and got today, kept in the transactions that change it.
CREATE TABLE w.assignee (
  user_id uuid PRIMARY KEY,
  holding integer NOT NULL DEFAULT 0,
  today date,
  today_count integer NOT NULL DEFAULT 0,
  last_assigned_at timestamptz
);

CREATE TABLE w.assignment_credit (
  rule_id text NOT NULL,
  user_id uuid NOT NULL,
  credit double precision NOT NULL,
  PRIMARY KEY (rule_id, user_id)
);

-- 分配溯源: each decision with everything it was made from.
CREATE TABLE w.assignment_decision (
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL,
  at timestamptz NOT NULL,
  owner_id uuid,
  rule_id text,
  rule_version integer,
  explanation jsonb NOT NULL
);
CREATE INDEX assignment_decision_record ON w.assignment_decision (record_id, id DESC);

-- Timers are rows: they outlive every process, and none is a setTimeout.
CREATE TABLE w.timer (
  id uuid PRIMARY KEY,
  due_at timestamptz NOT NULL,
  kind text NOT NULL,
  record_id uuid NOT NULL,
  rule_id text NOT NULL,
  rule_version integer NOT NULL,
  level smallint NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'fired', 'stopped')),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  explanation jsonb NOT NULL
);
CREATE INDEX timer_due ON w.timer (due_at) WHERE status = 'pending';
CREATE INDEX timer_record ON w.timer (record_id);

CREATE TABLE w.notice (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  record_id uuid,
  title text NOT NULL,
  lines jsonb NOT NULL,
  facts jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX notice_user ON w.notice (user_id, id DESC);
CREATE INDEX notice_unread ON w.notice (user_id) WHERE read_at IS NULL;

-- Intents to reach someone outside, written with the notice, sent after it is durable, at least once under one key.
CREATE TABLE w.delivery (
  id uuid PRIMARY KEY,
  notice_id uuid NOT NULL,
  channel_id text NOT NULL,
  receiver text NOT NULL,
  status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'failed')),
  attempts smallint NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  provider_id text,
  reason text,
  ended_at timestamptz
);
CREATE INDEX delivery_waiting ON w.delivery (next_at) WHERE status = 'waiting';
CREATE INDEX delivery_notice ON w.delivery (notice_id);

-- What was answered to a client's key, so that the same call twice is one effect.
CREATE TABLE w.idempotency (
  key text PRIMARY KEY,
  at timestamptz NOT NULL,
  answer jsonb NOT NULL
);

CREATE TABLE w.file (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  object text,
  record_id uuid,
  created_at timestamptz NOT NULL,
  created_by uuid
);

CREATE TABLE w.import (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  file_name text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('preview', 'running', 'done', 'failed')),
  encoding text,
  columns jsonb NOT NULL,
  mapping jsonb,
  policy jsonb,
  total integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  counts jsonb NOT NULL DEFAULT '{}',
  reason text,
  ended_at timestamptz
);

-- Rows of a file wait here, so that an import goes on where it stopped and its errors are given back in the file's columns.
CREATE TABLE w.import_row (
  import_id uuid NOT NULL,
  number integer NOT NULL,
  cells jsonb NOT NULL,
  status text NOT NULL DEFAULT 'waiting',
  reason text,
  record_id uuid,
  PRIMARY KEY (import_id, number)
);

-- Secrets of sources and channels, sealed; the key is outside the database.
CREATE TABLE w.secret (
  owner text NOT NULL,
  name text NOT NULL,
  sealed text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (owner, name)
);

CREATE TABLE w.channel_token (
  key text PRIMARY KEY,
  sealed text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE w.api_key (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  label text NOT NULL,
  hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
