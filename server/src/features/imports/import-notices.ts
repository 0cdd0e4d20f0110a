import { textOf, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { NewNotice } from '../notices/write-notices.ts'
import { importPolicySchema } from './import-policy.ts'
import type { ImportRecord } from './import-queries.ts'

const NAMED = 5

/** When a file is through: its importer hears what came of it, and each person who got records hears once of all of them. */
export const noticesOf = async (tx: Transaction, info: ObjectInfo, one: ImportRecord): Promise<NewNotice[]> => {
  const { created = 0, touched = 0, updated = 0, skipped = 0, failed = 0, asked = 0 } = one.counts
  const figures = [
    ['新增', created],
    ['再次接触', touched],
    ['更新', updated],
    ['跳过', skipped],
    ['没有导入', failed],
  ] as const
  const through: NewNotice = {
    userId: one.createdBy,
    kind: 'import-done',
    recordId: null,
    title: `导入完成：${one.fileName}`,
    lines: [
      figures
        .filter(([name, count]) => count > 0 || name === '新增')
        .map(([name, count]) => `${name} ${count}`)
        .join('，'),
      ...(asked > 0 ? [`有 ${asked} 行系统里已经有，等你决定`] : []),
      ...(failed > 0 ? ['没有导入的行可以下载，改好再传'] : []),
    ],
  }
  const isTold = importPolicySchema.parse(one.policy ?? {}).notify
  return [through, ...(isTold ? await noticesOfOwners(tx, info, one) : [])]
}

/** Whoever imports for themselves knows already. */
const noticesOfOwners = async (tx: Transaction, info: ObjectInfo, one: ImportRecord): Promise<NewNotice[]> => {
  const title = info.fields.get(info.definition.titleField)?.column ?? 'id'
  const owners = await tx.query<{ userId: string; count: number; ids: string[]; titles: (string | null)[] }>(
    `SELECT t.owner_id AS "userId", count(*) AS count, (array_agg(t.id ORDER BY t.id))[1:1] AS ids,
       (array_agg(t.${title}::text ORDER BY t.id))[1:${NAMED}] AS titles
     FROM w.import_row r JOIN w.${info.table} t ON t.id = r.record_id AND t.deleted_at IS NULL
     WHERE r.import_id = $1 AND r.status = 'created' AND t.owner_id IS NOT NULL AND t.owner_id <> $2 GROUP BY t.owner_id`,
    [one.id, one.createdBy],
  )
  const label = textOf(info.definition.label)
  return owners.map(({ userId, count, ids, titles }) => ({
    userId,
    kind: 'lead-assigned',
    recordId: count === 1 ? (ids[0] ?? null) : null,
    title: `导入了 ${count} 条${label}给你`,
    lines: titles.map((name) => name ?? '匿名咨询'),
  }))
}
