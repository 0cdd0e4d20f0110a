-- Names that people gave to versions of the settings: 开学前. The versions themselves are the rows of config_change.
CREATE TABLE w.config_version (
  version bigint PRIMARY KEY,
  name text NOT NULL,
  named_at timestamptz NOT NULL,
  named_by uuid
);
