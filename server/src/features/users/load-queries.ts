import type { Queryable } from '../../database/database.ts'

export interface Load {
  holding: number
  today: number
}

/** What everyone has in hand, from the counters that are kept with each change. */
export const findLoads = async (db: Queryable, today: string): Promise<Map<string, Load>> => {
  const rows = await db.query<{ user_id: string; holding: number; today: number }>(
    'SELECT user_id, holding, CASE WHEN today = $1 THEN today_count ELSE 0 END AS today FROM w.assignee',
    [today],
  )
  return new Map(rows.map((row) => [row.user_id, { holding: row.holding, today: row.today }]))
}
