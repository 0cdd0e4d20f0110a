-- Numbers handed out to records come from a sequence of their field, which no transaction waits for. `base` is the number the
-- sequence stood at when a period began: within it numbers count from there.
CREATE TABLE w.number_period (
  field text NOT NULL,
  period text NOT NULL,
  base bigint NOT NULL,
  PRIMARY KEY (field, period)
);
