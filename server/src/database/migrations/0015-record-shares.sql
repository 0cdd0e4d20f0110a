-- 协作: single records opened to a person or a department, to read or to change, until a moment or without end.
-- `grantee` is a person's id or a department's path, so that one list of texts finds what is shared with somebody.
CREATE TABLE w.record_share (
  grantee text NOT NULL,
  object text NOT NULL,
  record_id uuid NOT NULL,
  may_edit boolean NOT NULL DEFAULT false,
  until timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (grantee, object, record_id)
);
CREATE INDEX record_share_record ON w.record_share (record_id);
