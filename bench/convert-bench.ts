import { must } from '@jieli/core'
import { startJobLoop } from '../server/src/features/long-jobs/job-loop.ts'
import { readJob } from '../server/src/features/long-jobs/job-queries.ts'
import { startConversion } from '../server/src/features/objects/conversion/start-conversion.ts'
import { contextOfUser } from '../server/src/features/workspace/contexts.ts'
import { changeOne } from '../server/src/features/records/apply-change.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import { fillLeads } from './fill-leads.ts'

const WRITES_A_SECOND = 50
/** Records that are written, from all over the table. */
const SAMPLE = 10_000
const BASELINE_MS = 20_000
/** A long phase is reported in pieces of this length. */
const REPORT_MS = 60_000

/** Waits of writes in milliseconds, and how many were too long. */
const sumUp = (name: string, waits: readonly number[]): string => {
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)
  const over = sorted.filter((wait) => wait > 100).length
  return `${name.padEnd(28)} ${String(waits.length).padStart(7)} writes  p50 ${at(0.5)}  p99 ${at(0.99)}  p99.9 ${at(0.999)}  longest ${at(1)} ms  over 100 ms: ${over}`
}

/** Fifty changes a second, each a whole `applyChange` of one lead, begun on time whatever the one before does. */
const keepWriting = (bench: BenchWorkspace, ids: readonly string[], field: string) => {
  const { workspace } = bench.opened
  const context = (): ReturnType<typeof contextOfUser> => contextOfUser(workspace, must(bench.ids.users['admin']))
  const waits: number[] = []
  const failed: unknown[] = []
  let count = 0
  const write = async (): Promise<void> => {
    const began = performance.now()
    const id = must(ids[count++ % ids.length])
    // A number before the swap, an amount after it: both are read from a text.
    await changeOne(context(), 'lead', { action: 'update', id, values: { [field]: String(count % 90) } }).catch(
      (error: unknown) => failed.push(error),
    )
    waits.push(performance.now() - began)
  }
  const timer = setInterval(() => void write(), 1_000 / WRITES_A_SECOND)
  return { take: (): number[] => waits.splice(0), failed, stop: () => clearInterval(timer) }
}

/**
 * A change of type of a number field on a table of `rows`, while fifty changes a second of that very field go on: how long
 * writers wait, beside how long they wait when nothing is being converted.
 */
export const measureConversion = async (bench: BenchWorkspace, rows: number): Promise<void> => {
  await fillLeads(bench, rows)
  const { workspace } = bench.opened
  const info = must(workspace.config.current.objects.get('lead'))
  const column = must(info.fields.get('intent')).column
  const ids = (
    await workspace.db.query<{ id: string }>(
      `SELECT id FROM w.${info.table} TABLESAMPLE SYSTEM (${Math.min(100, (100 * SAMPLE) / rows)})`,
    )
  ).map(({ id }) => id)
  const writes = keepWriting(bench, ids, 'intent')
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  writes.take()
  await new Promise((resolve) => setTimeout(resolve, BASELINE_MS))
  console.log(sumUp('nothing else', writes.take()))
  const began = performance.now()
  const admin = contextOfUser(workspace, must(bench.ids.users['admin']))
  const { jobId } = await startConversion(admin, 'lead', 'intent', { type: 'money' })
  const loop = startJobLoop(workspace)
  let phase = ''
  let since = performance.now()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const job = must(await readJob(workspace.db, jobId))
    const now = (job.state as { phase: string }).phase
    if (now !== phase || job.status !== 'running' || performance.now() - since > REPORT_MS) {
      if (phase !== '')
        console.log(sumUp(`${phase} ${job.done}, ${((performance.now() - since) / 1_000).toFixed(1)} s`, writes.take()))
      phase = now
      since = performance.now()
    }
    if (job.status !== 'running') break
  }
  writes.stop()
  await loop.stop()
  const job = must(await readJob(workspace.db, jobId))
  const seconds = (performance.now() - began) / 1_000
  console.log(
    `${job.status} ${job.reason ?? ''} after ${seconds.toFixed(0)} s, ${Math.round(rows / seconds).toLocaleString('en')} cells a second, failed writes: ${writes.failed.length}`,
  )
  console.log(await versionsOf(bench, info.table))
  await checkNothingLost(bench, column)
}

/** New versions of rows cost an entry in every index, but for those that stay in their page. */
const versionsOf = async ({ opened: { workspace } }: BenchWorkspace, table: string): Promise<string> => {
  const [row] = await workspace.db.query<{ all: number; stayed: number; moved: number }>(
    `SELECT n_tup_upd::float8 AS all, n_tup_hot_upd::float8 AS stayed, n_tup_newpage_upd::float8 AS moved
     FROM pg_stat_user_tables WHERE relid = 'w.${table}'::regclass`,
  )
  return `of ${row?.all} changes of rows ${row?.stayed} touched no index, ${row?.moved} went to another page`
}

/** Every record's new value is the old one's: none was missed, however it was written. */
const checkNothingLost = async (bench: BenchWorkspace, before: string): Promise<void> => {
  const { db, config } = bench.opened.workspace
  await config.refresh()
  const info = must(config.current.objects.get('lead'))
  const after = must(info.fields.get('intent')).column
  const [row] = await db.query<{ differ: number; same: number }>(
    `SELECT count(*) FILTER (WHERE ${after} IS NULL AND ${before} IS NOT NULL) AS differ, count(*) AS same FROM w.${info.table}`,
  )
  console.log(`cells without a value that had one: ${row?.differ} of ${row?.same}`)
}
