-- The overdue list asks when a lead's owner was last nudged.
CREATE INDEX notice_nudge ON w.notice (record_id, created_at DESC) WHERE kind = 'nudge';
