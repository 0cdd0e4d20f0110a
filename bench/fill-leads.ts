import type { ObjectInfo } from '@jieli/core'
import type { Transaction } from '../server/src/database/database.ts'
import type { BenchWorkspace } from './bench-workspace.ts'

/**
 * Fills the lead table to a size, straight into the columns: the bench is about what happens at that size, not about how it
 * got there. Names, subjects, stages, owners and times are spread as in the demo; the oldest lies first in the table and
 * ids follow time, as with leads that came in one by one. Many rows are written without indexes, which are then made anew:
 * five million take minutes, not an hour.
 */
export const fillLeads = async (bench: BenchWorkspace, target: number): Promise<void> => {
  const { db, config } = bench.opened.workspace
  const info = config.current.objects.get('lead')
  if (!info) throw new Error('no lead object')
  const [row] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM w.${info.table}`)
  const there = row?.count ?? 0
  if (there >= target) return
  await db.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = 0`)
    await tx.query(`SET LOCAL maintenance_work_mem = '1GB'`)
    await tx.query(`SET LOCAL max_parallel_maintenance_workers = 2`)
    const indexes = target - there > 100_000 ? await dropIndexes(tx, db.schema, info.table) : []
    for (let from = there; from < target; from += 250_000)
      await insertLeads(tx, bench, info, { from, to: Math.min(from + 250_000, target) - 1, target })
    for (const index of indexes) await tx.query(index)
  })
  await db.query(`VACUUM (ANALYZE) w.${info.table}`)
}

/** Drops a table's indexes and gives the statements that make them again, with the statistics that were set on them. */
const dropIndexes = async (tx: Transaction, schema: string, table: string): Promise<string[]> => {
  const indexes = await tx.query<{ name: string; definition: string; statistics: number | null }>(
    `SELECT relname AS name, pg_get_indexdef(indexrelid) AS definition, attstattarget AS statistics
     FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_attribute a ON a.attrelid = indexrelid AND attnum = 1
     WHERE indrelid = to_regclass($1) AND NOT indisprimary`,
    [`${schema}.${table}`],
  )
  for (const { name } of indexes) await tx.query(`DROP INDEX w.${name}`)
  return indexes.flatMap(({ name, definition, statistics }) => [
    definition,
    ...(statistics === null ? [] : [`ALTER INDEX w.${name} ALTER COLUMN 1 SET STATISTICS ${statistics}`]),
  ])
}

const filled = [
  'name',
  'phone',
  'studentName',
  'subject',
  'grade',
  'campus',
  'stage',
  'source',
  'intent',
  'nextAt',
  'touchCount',
]

const insertLeads = async (
  tx: Transaction,
  { opened, ids }: BenchWorkspace,
  info: ObjectInfo,
  { from, to, target }: { from: number; to: number; target: number },
): Promise<void> => {
  const owners = Object.entries(ids.users)
    .filter(([login]) => !['admin', 'zhouxiaotong'].includes(login))
    .map(([, id]) => id)
  const paths = owners.map((id) => opened.workspace.directory.current.users.get(id)?.departmentPath ?? '/')
  const columns = filled.map((name) => info.fields.get(name)?.column ?? name)
  await tx.query(
    `INSERT INTO w.${info.table} (id, created_at, updated_at, owner_id, dept_path, ${columns.join(', ')})
     SELECT uuidv7(at - clock_timestamp()), at, at, ($4::uuid[])[o], ($5::text[])[o],
       (ARRAY['张','李','王','陈','刘','赵','孙','周','吴','郑','钱','冯'])[1 + i % 12] || (ARRAY['女士','先生','妈妈','爸爸','晓','文','雨','明'])[1 + (i / 12) % 8] || (ARRAY['','一','思','嘉','若','子'])[1 + (i / 96) % 6],
       '+861' || (30 + i % 60) || lpad(((i::bigint * 7919) % 100000000)::text, 8, '0'),
       '小' || (ARRAY['宇','涵','轩','怡','杰','琪'])[1 + i % 6],
       (ARRAY['zk-math','zk-english','zk-sprint','ielts','xsc','g8-physics'])[1 + i % 6], NULL,
       ($6::uuid[])[1 + i % cardinality($6::uuid[])], (ARRAY['new','contacted','trial-booked','visited','quoted','enrolled','lost','lost'])[1 + (i / 3) % 8],
       (ARRAY['website','campus-qr','douyin','xiaohongshu','meituan'])[1 + i % 5], (i * 37::bigint) % 100, at + interval '2 days', 1
     FROM (SELECT i, 1 + (i % cardinality($4::uuid[])) AS o, $3::timestamptz - (($7::int - i)::bigint * interval '11 seconds') AS at FROM generate_series($1::int, $2::int) i) rows`,
    [from, to, new Date().toISOString(), owners, paths, ids.campuses, target],
  )
}
