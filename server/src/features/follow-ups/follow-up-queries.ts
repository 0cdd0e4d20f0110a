import { must, type ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'

export interface OpenTask {
  id: string
  leadId: string
  kind: string | null
}

/** Tasks that leads still owe, whoever has them. */
export const findOpenTasks = async (db: Queryable, task: ObjectInfo, leadIds: readonly string[]): Promise<OpenTask[]> => {
  const column = (name: string): string => must(task.fields.get(name), name).column
  return db.query<{ id: string; leadId: string; kind: string | null }>(
    `SELECT t.id, t.${column('lead')} AS "leadId", t.${column('kind')} AS kind FROM w.${task.table} t
     WHERE t.${column('lead')} = ANY($1::uuid[]) AND t.${column('doneAt')} IS NULL AND t.deleted_at IS NULL ORDER BY t.id`,
    [leadIds],
  )
}
