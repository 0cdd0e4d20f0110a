-- Industry templates that were installed: what each brought along, so that it can be taken away again.
CREATE TABLE w.template (
  name text PRIMARY KEY,
  installed_at timestamptz NOT NULL,
  installed_by uuid,
  made jsonb NOT NULL
);

-- Demo records of a template: these go when the demo goes, a company's own stay.
CREATE TABLE w.template_record (
  template text NOT NULL,
  object text NOT NULL,
  record_id uuid NOT NULL,
  PRIMARY KEY (template, object, record_id)
);
