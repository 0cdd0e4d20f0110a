import type { Transaction } from '../../database/database.ts'

/**
 * Takes keys for this transaction. Of two that want one key at the same instant the second waits for the first and then
 * gets its answer; if the first fails, the second goes ahead. Keys go in order, so that nobody waits in a circle.
 */
export const claimKeys = async <Answer>(
  tx: Transaction,
  keys: readonly string[],
  now: string,
): Promise<Map<string, Answer>> => {
  if (keys.length === 0) return new Map()
  const claimed = await tx.query<{ key: string }>(
    `INSERT INTO w.idempotency (key, at, answer) SELECT key, $2, 'null' FROM unnest($1::text[]) key ORDER BY key ON CONFLICT DO NOTHING RETURNING key`,
    [keys, now],
  )
  if (claimed.length === keys.length) return new Map()
  const fresh = new Set(claimed.map((row) => row.key))
  const known = await tx.query<{ key: string; answer: Answer }>(
    'SELECT key, answer FROM w.idempotency WHERE key = ANY($1::text[])',
    [keys.filter((key) => !fresh.has(key))],
  )
  return new Map(known.map((row) => [row.key, row.answer]))
}

/** Keeps what each claimed key stands for, in the transaction that did it: both are durable or neither is. */
export const keepAnswers = async (tx: Transaction, answers: readonly { key: string; answer: unknown }[]): Promise<void> => {
  if (answers.length === 0) return
  await tx.query(
    'UPDATE w.idempotency i SET answer = x.answer FROM jsonb_to_recordset($1::jsonb) AS x(key text, answer jsonb) WHERE i.key = x.key',
    [JSON.stringify(answers)],
  )
}
