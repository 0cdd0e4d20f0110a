-- Who wants to hear of a board, and when next. The rows are the timers.
CREATE TABLE w.board_subscription (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL,
  board_id text NOT NULL,
  cadence text NOT NULL CHECK (cadence IN ('daily', 'weekly')),
  weekday smallint CHECK (weekday BETWEEN 0 AND 6),
  at text NOT NULL,
  range text NOT NULL CHECK (range IN ('today', 'week', 'month')),
  campus_id uuid,
  next_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (user_id, board_id)
);
CREATE INDEX board_subscription_next ON w.board_subscription (next_at);

-- Where a notice leads that is of no record.
ALTER TABLE w.notice ADD COLUMN path text;
