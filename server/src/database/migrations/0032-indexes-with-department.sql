-- Indexes of fields hold the department beside the owner from now on: those that are there are built anew, one by one, in the
-- background; until then they serve as they are.
UPDATE w.field_index SET status = 'noticed', uses = greatest(uses, 20) WHERE status = 'ready';
