import type { Queryable } from '../../database/database.ts'

/** A request with a wrong signature leaves a count and nothing else. */
export const countRefusal = async (db: Queryable, refusal: { sourceId: string; code: string; now: string }): Promise<void> => {
  await db.query(
    `INSERT INTO w.capture_refusal_count (source_id, day, code, count) VALUES ($1, $2::timestamptz::date, $3, 1)
     ON CONFLICT (source_id, day, code) DO UPDATE SET count = capture_refusal_count.count + 1`,
    [refusal.sourceId, refusal.now, refusal.code],
  )
}
