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
  // Without the rules the records are the importer's or nobody's.
  const { notify, assign } = importPolicySchema.parse(one.policy ?? {})
  return [through, ...(notify && assign === 'rules' ? await noticesOfOwners(tx, info, one) : [])]
}

const AT_ONCE = 5_000

interface Share {
  count: number
  firstId: string
  titles: string[]
}

/**
 * Whoever imports for themselves knows already. The records are asked for by id, for so many lines of the file at a time: of
 * rows that have just been written the planner knows nothing, and a join of all of them with their records once took a minute
 * and more.
 */
const noticesOfOwners = async (tx: Transaction, info: ObjectInfo, one: ImportRecord): Promise<NewNotice[]> => {
  const shares = new Map<string, Share>()
  const [last] = await tx.query<{ number: number | null }>(
    'SELECT max(number) AS number FROM w.import_row WHERE import_id = $1',
    [one.id],
  )
  for (let after = 0; after < (last?.number ?? 0); after += AT_ONCE)
    await addShares(tx, info, shares, { importId: one.id, after })
  shares.delete(one.createdBy)
  const label = textOf(info.definition.label)
  return [...shares].map(([userId, { count, firstId, titles }]) => ({
    userId,
    kind: 'lead-assigned',
    recordId: count === 1 ? firstId : null,
    title: `导入了 ${count} 条${label}给你`,
    lines: titles,
  }))
}

const addShares = async (
  tx: Transaction,
  info: ObjectInfo,
  shares: Map<string, Share>,
  { importId, after }: { importId: string; after: number },
): Promise<void> => {
  const title = info.fields.get(info.definition.titleField)?.column ?? 'id'
  const owners = await tx.query<{ userId: string; count: number; ids: string[]; titles: (string | null)[] }>(
    `SELECT owner_id AS "userId", count(*) AS count, (array_agg(id ORDER BY id))[1:1] AS ids,
       (array_agg(${title}::text ORDER BY id))[1:${NAMED}] AS titles
     FROM w.${info.table} WHERE id = ANY(ARRAY(
         SELECT record_id FROM w.import_row WHERE import_id = $1 AND number > $2 AND number <= $3 AND status = 'created'
       )) AND deleted_at IS NULL AND owner_id IS NOT NULL GROUP BY owner_id`,
    [importId, after, after + AT_ONCE],
  )
  for (const {
    userId,
    count,
    ids: [firstId = ''],
    titles,
  } of owners) {
    const before = shares.get(userId) ?? { count: 0, firstId, titles: [] }
    const named = [...before.titles, ...titles.map((name) => name ?? '匿名咨询')].slice(0, NAMED)
    shares.set(userId, { count: before.count + count, firstId: before.firstId, titles: named })
  }
}
