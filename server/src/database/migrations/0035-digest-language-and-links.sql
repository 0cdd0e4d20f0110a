-- The language that somebody asked for a digest in: theirs is known only while they are here.
ALTER TABLE w.board_subscription ADD COLUMN locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en'));

-- Further pages that a notice offers beside the one it is of.
ALTER TABLE w.notice ADD COLUMN links jsonb NOT NULL DEFAULT '[]';
