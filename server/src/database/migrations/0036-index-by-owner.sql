-- The index by owner holds what lists filter and sort by; who builds it anew notes it here as for the fields' own indexes.
ALTER TABLE w.field_index DROP CONSTRAINT field_index_purpose_check;
ALTER TABLE w.field_index ADD CONSTRAINT field_index_purpose_check CHECK (purpose IN ('filter', 'up', 'down', 'owner'));
