-- 离职交接: what somebody was responsible for goes to others. One row for each time, with what was asked for.
CREATE TABLE w.handover (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  input jsonb NOT NULL,
  -- Settings that named the person, as they were and the revision they got, so that they can be put back.
  settings jsonb NOT NULL DEFAULT '[]',
  done_at timestamptz,
  undone_at timestamptz
);
CREATE INDEX handover_user ON w.handover (user_id, id DESC);
-- Two at once would share out the same records.
CREATE UNIQUE INDEX handover_under_way ON w.handover (user_id) WHERE done_at IS NULL;

-- Each record (or field of one) with who gets it. `customer` holds together what belongs to one customer; `holder` is who has
-- the customer when it is not the person who leaves.
CREATE TABLE w.handover_item (
  handover_id uuid NOT NULL REFERENCES w.handover (id) ON DELETE CASCADE,
  part text NOT NULL,
  record_id uuid NOT NULL,
  customer uuid NOT NULL,
  holder uuid,
  receiver uuid,
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'moved', 'gone', 'undone')),
  PRIMARY KEY (handover_id, part, record_id)
);
CREATE INDEX handover_item_customer ON w.handover_item (handover_id, customer);
CREATE INDEX handover_item_planned ON w.handover_item (handover_id, part, record_id) WHERE status = 'planned';
