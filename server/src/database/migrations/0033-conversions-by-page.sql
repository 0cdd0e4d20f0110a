-- Columns are filled page by page from now on; a change of type that was at it in the order of ids begins its fill again.
UPDATE w.job SET state = '{"phase":"open"}' WHERE kind = 'convert-field' AND status = 'running' AND state->>'phase' = 'fill';
