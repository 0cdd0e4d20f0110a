-- What lists, boards and rules filter and sort by, and the index it got: found here again after a crash.
CREATE TABLE w.field_index (
  object_table text NOT NULL,
  field_column text NOT NULL,
  -- `filter` for conditions, `up` and `down` for orders: absent values stand last in both.
  purpose text NOT NULL CHECK (purpose IN ('filter', 'up', 'down')),
  uses bigint NOT NULL DEFAULT 0,
  last_used_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'noticed' CHECK (status IN ('noticed', 'building', 'ready', 'failed')),
  reason text,
  -- While it is built: when another process may take the work over.
  lease_until timestamptz,
  built_at timestamptz,
  PRIMARY KEY (object_table, field_column, purpose)
);
