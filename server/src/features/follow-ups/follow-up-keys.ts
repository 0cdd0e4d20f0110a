import type { Transaction } from '../../database/database.ts'

/** What a key stands for once its follow-up is stored. */
export interface KeptAnswer {
  followUpId: string
  leadId: string
  taskId: string | null
}

/**
 * Takes keys for this transaction. Of two that want one key at the same instant the second waits for the first and then
 * gets its answer; if the first fails, the second goes ahead. Keys go in order, so that nobody waits in a circle.
 */
export const claimKeys = async (tx: Transaction, keys: readonly string[], now: string): Promise<Map<string, KeptAnswer>> => {
  if (keys.length === 0) return new Map()
  const claimed = await tx.query<{ key: string }>(
    `INSERT INTO w.idempotency (key, at, answer) SELECT key, $2, 'null' FROM unnest($1::text[]) key ORDER BY key ON CONFLICT DO NOTHING RETURNING key`,
    [keys, now],
  )
  if (claimed.length === keys.length) return new Map()
  const fresh = new Set(claimed.map((row) => row.key))
  const known = await tx.query<{ key: string; answer: KeptAnswer }>(
    'SELECT key, answer FROM w.idempotency WHERE key = ANY($1::text[])',
    [keys.filter((key) => !fresh.has(key))],
  )
  return new Map(known.map((row) => [row.key, row.answer]))
}

export const keepAnswers = async (tx: Transaction, answers: readonly (KeptAnswer & { key: string })[]): Promise<void> => {
  if (answers.length === 0) return
  const rows = answers.map(({ key, ...answer }) => ({ key, answer }))
  await tx.query(
    'UPDATE w.idempotency i SET answer = x.answer FROM jsonb_to_recordset($1::jsonb) AS x(key text, answer jsonb) WHERE i.key = x.key',
    [JSON.stringify(rows)],
  )
}
