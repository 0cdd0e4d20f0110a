import type { BenchWorkspace } from './bench-workspace.ts'

/**
 * Fills the lead table to a size, straight into the columns: the bench is about what happens at that size, not about how it
 * got there. Names, subjects, stages, owners and times are spread as in the demo.
 */
export const fillLeads = async ({ opened, ids }: BenchWorkspace, target: number): Promise<void> => {
  const { db, config } = opened.workspace
  const info = config.current.objects.get('lead')
  if (!info) throw new Error('no lead object')
  const column = (name: string): string => info.fields.get(name)?.column ?? name
  const [row] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM w.${info.table}`)
  const missing = target - (row?.count ?? 0)
  const owners = Object.entries(ids.users)
    .filter(([login]) => !['admin', 'zhouxiaotong'].includes(login))
    .map(([, id]) => id)
  const paths = owners.map((id) => opened.workspace.directory.current.users.get(id)?.departmentPath ?? '/')
  for (let done = 0; done < missing; done += 50_000) {
    await db.query(
      `INSERT INTO w.${info.table} (id, created_at, updated_at, owner_id, dept_path, ${['name', 'phone', 'studentName', 'subject', 'grade', 'campus', 'stage', 'source', 'intent', 'nextAt', 'touchCount'].map(column).join(', ')})
       SELECT gen_random_uuid(), at, at, ($4::uuid[])[o], ($5::text[])[o],
         (ARRAY['张','李','王','陈','刘','赵','孙','周','吴','郑','钱','冯'])[1 + i % 12] || (ARRAY['女士','先生','妈妈','爸爸','晓','文','雨','明'])[1 + (i / 12) % 8] || (ARRAY['','一','思','嘉','若','子'])[1 + (i / 96) % 6],
         '+861' || (30 + i % 60) || lpad(((i::bigint * 7919) % 100000000)::text, 8, '0'),
         '小' || (ARRAY['宇','涵','轩','怡','杰','琪'])[1 + i % 6],
         (ARRAY['zk-math','zk-english','zk-sprint','ielts','xsc','g8-physics'])[1 + i % 6], NULL,
         ($6::uuid[])[1 + i % cardinality($6::uuid[])], (ARRAY['new','contacted','trial-booked','visited','quoted','enrolled','lost','lost'])[1 + (i / 3) % 8],
         (ARRAY['website','campus-qr','douyin','xiaohongshu','meituan'])[1 + i % 5], (i * 37) % 100, at + interval '2 days', 1
       FROM (SELECT i, 1 + (i % cardinality($4::uuid[])) AS o, $3::timestamptz - (i::bigint * interval '11 seconds') AS at FROM generate_series($1::int, $2::int) i) rows`,
      [done, Math.min(done + 50_000, missing) - 1, new Date().toISOString(), owners, paths, Object.values(ids.campuses)],
    )
  }
  await db.query(`ANALYZE w.${info.table}`)
}
