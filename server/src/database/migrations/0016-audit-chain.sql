-- The log is sealed behind the writers: nothing on the way of a change waits for it. `tx` is the transaction that wrote an
-- event. Ids are made before the commit, so an event may appear behind one that has been read; once every transaction
-- below a number is over, nothing can appear below it any more, and what stands there is sealed for good.
ALTER TABLE w.event ADD COLUMN tx bigint;
ALTER TABLE w.event ALTER COLUMN tx SET DEFAULT (pg_current_xact_id()::text::bigint);
-- Written in order, so a summary of a few pages finds a range, at next to no cost for the writer.
CREATE INDEX event_tx ON w.event USING brin (tx) WITH (pages_per_range = 8);

-- One link of the chain: the events of a range of transactions and the hash of them and of the link before. `leaves` has
-- eight bytes of each event's own hash, so that the very row can be named that is not as it was. Number 0 seals what was
-- written before the chain began.
CREATE TABLE w.audit_seal (
  number bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  from_tx bigint,
  to_tx bigint NOT NULL,
  count integer NOT NULL,
  leaves bytea NOT NULL,
  hash bytea NOT NULL
);

-- Added to transaction numbers when the data moved to a server whose count begins anew.
ALTER TABLE w.workspace ADD COLUMN tx_offset bigint NOT NULL DEFAULT 0;

-- Whoever governs people and settings may read the log.
UPDATE w.config_item SET item = jsonb_set(item, '{abilities}', (item -> 'abilities') || '["see-audit"]')
WHERE kind = 'role' AND item -> 'abilities' @> '["configure", "manage-users"]' AND NOT item -> 'abilities' ? 'see-audit';
