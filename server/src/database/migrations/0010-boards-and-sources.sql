-- Touches of a span for the board, and the page of captures that names no source.
CREATE INDEX capture_received ON w.capture (received_at DESC, id DESC);

-- A trial of rules goes through the decisions of a span in order of time.
CREATE INDEX assignment_decision_at ON w.assignment_decision (at);

-- How far a lead had come before it was given up: its last change of stage.
CREATE INDEX event_stage ON w.event (record_id, id DESC) WHERE kind = 'record.updated' AND changes ? 'stage';
