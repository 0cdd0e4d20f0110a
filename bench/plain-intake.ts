import pg from 'pg'
import { must } from '@jieli/core'
import { newId } from '../server/src/runtime/new-id.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import type { Turn } from './figures.ts'
import { newName, newPhone } from './new-customer.ts'

/** What one of our own captures left behind. */
interface Sample {
  /** By column. */
  lead: Record<string, unknown>
  payload: string
  explanation: string
  changes: string
  timer: string
}

const SAMPLES = 64

/**
 * The rows that one lead leaves behind, written by plain SQL and nothing else: no HTTP, no signature, no cleaning, no rules,
 * no lock that keeps shares even. One transaction a lead, prepared statements, a connection for each client.
 *
 * Fair in both directions: the same tables with the same indexes in the same database, durable alike; values as ours left
 * them, of 64 leads in turn, with a name and a number of their own in each row, for one value over and over would cost the
 * search indexes next to nothing. What stays ours alone are the turns of the rules (`assignment_credit`).
 */
export const openPlainIntake = async (bench: BenchWorkspace, count: number) => {
  const write = await writerOf(bench)
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: bench.databaseUrl })
      await client.connect()
      return client
    }),
  )
  return {
    async write(transactions: number): Promise<Turn> {
      let next = 0
      const waits: number[] = []
      const began = performance.now()
      await Promise.all(
        clients.map(async (client) => {
          for (let index = next++; index < transactions; index = next++) {
            const start = performance.now()
            await write(client, index)
            waits.push(performance.now() - start)
          }
        }),
      )
      return { waits, elapsed: performance.now() - began }
    },
    close: async (): Promise<void> => void (await Promise.all(clients.map((client) => client.end()))),
  }
}

const writerOf = async (bench: BenchWorkspace): Promise<(client: pg.Client, index: number) => Promise<void>> => {
  const { workspace } = bench.opened
  const info = must(workspace.config.current.objects.get('lead'))
  const [name, phone] = [must(info.fields.get('name')).column, must(info.fields.get('phone')).column]
  const samples = await samplesOf(bench)
  const columns = Object.keys(must(samples[0]).lead)
  const texts = statements(workspace.db.schema, info.table, columns)
  const owners = Object.values(bench.ids.users)
  return async (client, index) => {
    const run = (of: keyof typeof texts, values: unknown[]) => client.query({ name: of, text: texts[of], values })
    const sample = must(samples[index % samples.length])
    const now = new Date().toISOString()
    const [id, owner, number] = [newId(now), owners[index % owners.length], `+86${newPhone()}`]
    const lead = { ...sample.lead, [name]: newName(), [phone]: number }
    await client.query('BEGIN')
    await run('identity', [number, id])
    await run('assignee', [owner, now])
    await run('decision', [newId(now), id, now, owner, sample.explanation])
    await run('lead', [id, now, owner, ...columns.map((column) => lead[column])])
    await run('event', [newId(now), now, id, sample.changes])
    await run('timers', [newId(now), newId(now), now, id, sample.timer])
    await run('notice', [newId(now), owner, id, now])
    await run('capture', [newId(now), id, now, sample.payload, id])
    await client.query('COMMIT')
  }
}

const statements = (schema: string, table: string, columns: readonly string[]) => ({
  identity: `INSERT INTO ${schema}.identity (object, kind, value, record_id) VALUES ('lead', 'phone', $1, $2) ON CONFLICT DO NOTHING`,
  assignee: `INSERT INTO ${schema}.assignee AS a (user_id, holding, today, today_count, last_assigned_at) VALUES ($1, 1, $2::timestamptz::date, 1, $2)
    ON CONFLICT (user_id) DO UPDATE SET holding = a.holding + 1, today_count = a.today_count + 1, last_assigned_at = excluded.last_assigned_at`,
  decision: `INSERT INTO ${schema}.assignment_decision (id, record_id, at, owner_id, rule_id, rule_version, explanation) VALUES ($1, $2, $3, $4, 'rule', 1, $5)`,
  lead: `INSERT INTO ${schema}.${table} (id, created_at, updated_at, owner_id, dept_path, ${columns.join(', ')})
    VALUES ($1, $2, $2, $3, '/1/2/3/', ${columns.map((_, at) => `$${at + 4}`).join(', ')})`,
  event: `INSERT INTO ${schema}.event (id, at, kind, object, record_id, actor_kind, actor_id, changes) VALUES ($1, $2, 'record.created', 'lead', $3, 'webhook', 'x', $4)`,
  timers: `INSERT INTO ${schema}.timer (id, due_at, kind, record_id, rule_id, rule_version, level, started_at, explanation)
    VALUES ($1, $3, 'follow-up', $4, 'r', 1, 1, $3, $5), ($2, $3, 'follow-up', $4, 'r', 1, 2, $3, $5)`,
  notice: `INSERT INTO ${schema}.notice (id, user_id, kind, record_id, title, lines, facts, created_at) VALUES ($1, $2, 'lead-assigned', $3, '新线索', '[]', '[]', $4)`,
  capture: `INSERT INTO ${schema}.capture (id, source_id, event_id, received_at, payload, actor_kind, actor_id, status, record_id, processed_at)
    VALUES ($1, 'plain', $2, $3, $4, 'webhook', 'x', 'stored', $5, $3)`,
})

/** The newest of ours, so that plain SQL writes rows of the same size with values as spread. */
const samplesOf = async ({ opened }: BenchWorkspace): Promise<Sample[]> => {
  const { db, config } = opened.workspace
  const info = must(config.current.objects.get('lead'))
  const rows = await db.query<{
    lead: Record<string, unknown>
    payload: unknown
    explanation: unknown
    changes: unknown
    timer: unknown
  }>(
    `SELECT to_jsonb(lead) AS lead, c.payload, coalesce(d.explanation, s.content::jsonb -> 'entries' -> d.place) AS explanation, e.changes, t.explanation AS timer
     FROM (SELECT * FROM w.capture WHERE status = 'stored' AND source_id <> 'plain' ORDER BY id DESC LIMIT ${SAMPLES}) c
     JOIN w.${info.table} lead ON lead.id = c.record_id
     JOIN w.assignment_decision d ON d.record_id = lead.id
     LEFT JOIN w.assignment_series s ON s.id = d.series_id
     JOIN w.event e ON e.record_id = lead.id AND e.kind = 'record.created'
     JOIN w.timer t ON t.record_id = lead.id AND t.level = 1`,
  )
  const columns = [
    ...new Set(rows.flatMap(({ lead }) => Object.keys(lead).filter((at) => at.startsWith('f_') && lead[at] !== null))),
  ]
  return rows.map(({ lead, payload, explanation, changes, timer }) => ({
    lead: Object.fromEntries(columns.map((column) => [column, lead[column]])),
    payload: JSON.stringify(payload),
    explanation: JSON.stringify(explanation),
    changes: JSON.stringify(changes),
    timer: JSON.stringify(timer),
  }))
}
