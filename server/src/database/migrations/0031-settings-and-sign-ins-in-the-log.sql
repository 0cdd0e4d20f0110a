-- Changes of settings are in the sealed log: an event for each row of config_change, with the hash of that row. So the log
-- stays small, holds no setting twice, and an altered row is found. jsonb is written in one order only; moments are in UTC.
CREATE FUNCTION w.config_change_seal(version bigint, at timestamptz, actor jsonb, kind text, id text, before jsonb, after jsonb)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(version, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    actor, kind, id, before, after)::text, 'UTF8')), 'hex')
$$;

-- Puts changes of settings into the log that no person made: ids are made as the application makes them, by time.
CREATE FUNCTION w.log_config_changes(since bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO w.event (id, at, kind, object, record_id, actor_kind, actor_id, data)
  SELECT (lpad(to_hex((extract(epoch FROM c.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3)
      || '8' || substr(md5(random()::text), 1, 15))::uuid,
    c.at, 'setting.changed', 'setting', '00000000-0000-0000-0000-000000000000', coalesce(c.actor ->> 'kind', 'system'), c.actor ->> 'id',
    jsonb_build_object('version', c.version, 'kind', c.kind, 'id', c.id, 'seal', w.config_change_seal(c.version, c.at, c.actor, c.kind, c.id, c.before, c.after),
      'action', CASE WHEN c.before IS NULL THEN 'create' WHEN c.after IS NULL THEN 'remove' ELSE 'change' END)
  FROM w.config_change c WHERE c.version >= since
$$;

-- What a migration changes in the settings becomes a change like any other, in the migration's own transaction: only rows
-- that this very transaction wrote are taken, so nobody's alteration is made good by a restart.
CREATE FUNCTION w.record_migrated_settings() RETURNS void LANGUAGE plpgsql AS $$
DECLARE next bigint;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM w.config_item WHERE xmin = pg_current_xact_id()::xid) THEN RETURN; END IF;
  UPDATE w.workspace SET version = version + 1 RETURNING version INTO next;
  IF next IS NULL THEN RETURN; END IF;
  INSERT INTO w.config_change (version, at, actor, kind, id, before, after)
  SELECT next, now(), '{"kind": "system", "id": null}', i.kind, i.id, last.after, i.item
  FROM w.config_item i
  LEFT JOIN LATERAL (SELECT after FROM w.config_change c WHERE c.kind = i.kind AND c.id = i.id ORDER BY version DESC LIMIT 1) last ON TRUE
  WHERE i.xmin = pg_current_xact_id()::xid AND last.after IS DISTINCT FROM i.item;
  PERFORM w.log_config_changes(next);
END
$$;

-- Earlier migrations changed settings without saying so; then the whole history goes into the log.
INSERT INTO w.config_change (version, at, actor, kind, id, before, after)
SELECT (SELECT max(version) + 1 FROM w.workspace), now(), '{"kind": "system", "id": null}', i.kind, i.id, last.after, i.item
FROM w.config_item i
LEFT JOIN LATERAL (SELECT after FROM w.config_change c WHERE c.kind = i.kind AND c.id = i.id ORDER BY version DESC LIMIT 1) last ON TRUE
WHERE last.after IS DISTINCT FROM i.item;
UPDATE w.workspace SET version = version + 1 WHERE EXISTS (SELECT 1 FROM w.config_change);
SELECT w.log_config_changes(0);

-- Where a sign-in came from is kept apart from the log and forgotten after half a year; the log keeps only a salted hash of
-- it, so while it is there it cannot be altered, and once it is gone nothing leads back to it.
CREATE TABLE w.sign_in_place (
  event_id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  ip text NOT NULL,
  device text NOT NULL,
  salt text NOT NULL
);
CREATE INDEX sign_in_place_at ON w.sign_in_place (at);
