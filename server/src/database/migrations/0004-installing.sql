-- Set while the demo company is being installed: a start that finds it set begins anew instead of showing half a company.
ALTER TABLE w.workspace ADD COLUMN installing boolean NOT NULL DEFAULT false;
