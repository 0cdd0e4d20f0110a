-- An option that was taken apart can be put together again for 30 days, from the list of what is out of use.
ALTER TABLE w.recycled DROP CONSTRAINT recycled_why_check;
ALTER TABLE w.recycled ADD CONSTRAINT recycled_why_check CHECK (why IN ('deleted', 'converted', 'split'));
