import { fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createHttpServer } from '../server/src/api/http-server.ts'
import { Intake } from '../server/src/features/capture/intake.ts'
import { newId } from '../server/src/runtime/new-id.ts'
import { withClients, type BenchWorkspace } from './bench-workspace.ts'
import { figuresOf, type Figures } from './figures.ts'
import type { LoadOrder, LoadResult } from './load-client.ts'

export const CLIENTS = 16

/**
 * Signed webhooks over real HTTP from another process: verified, cleaned, recognised, stored, assigned with the explanation,
 * two timers armed, the owner's notice and its delivery queued, all durable before the answer.
 */
export const measureIntake = async (bench: BenchWorkspace, requests: number): Promise<Figures> => {
  const { workspace, signIn } = bench.opened
  const secret = randomBytes(24)
  await workspace.secrets.set('source:xiaohongshu', 'secret', `whsec_${secret.toString('base64')}`, workspace.clock.now())
  const intake = new Intake(workspace)
  const server = await createHttpServer({
    workspace,
    signIn,
    capture: (one) => intake.capture(one),
    webFolder: null,
    demoSignIns: [],
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { campuses } = bench.ids
  const stamp = Math.floor(Date.now() / 1_000)
  const bodies = Array.from({ length: requests }, (_, index) => {
    const body = JSON.stringify({
      type: 'lead.created',
      timestamp: new Date().toISOString(),
      data: {
        user_nick_name: `客户${index}`,
        phone_num: newPhone(),
        store_id: campuses[index % campuses.length],
        subject: 'zk-math',
        message: '想先听一节',
      },
    })
    const id = `bench-${stamp}-${randomBytes(6).toString('hex')}-${index}`
    return { id, body, signature: `v1,${createHmac('sha256', secret).update(`${id}.${stamp}.${body}`).digest('base64')}` }
  })
  const child = fork(fileURLToPath(new URL('load-client.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.send({ port, path: '/in/xiaohongshu', clients: CLIENTS, stamp, bodies } satisfies LoadOrder)
  const [result] = (await once(child, 'message')) as [LoadResult]
  child.disconnect()
  await intake.idle()
  await server.close()
  if (result.refused > 0) throw new Error(`${result.refused} of ${requests} were refused`)
  return figuresOf(result.waits, result.elapsed)
}

let nextPhone = Date.now() % 10_000_000
const newPhone = (): string => `13${String(nextPhone++ % 1_000_000_000).padStart(9, '0')}`

/** The same rows written by plain SQL: one transaction a lead, prepared statements, sixteen connections, no checks at all. */
export const measurePlainIntake = async (bench: BenchWorkspace, transactions: number): Promise<Figures> => {
  const { workspace } = bench.opened
  const info = workspace.config.current.objects.get('lead')
  if (!info) throw new Error('no lead object')
  const schema = workspace.db.schema
  const sample = await sampleOf(bench)
  const owners = Object.values(bench.ids.users)
  let next = 0
  const waits: number[] = []
  const began = performance.now()
  await withClients(bench.databaseUrl, CLIENTS, async (client) => {
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
    for (let index = next++; index < transactions; index = next++) {
      const start = performance.now()
      const now = new Date().toISOString()
      const [lead, owner] = [newId(now), owners[index % owners.length]]
      await client.query('BEGIN')
      await run(
        'identity',
        `INSERT INTO ${schema}.identity (object, kind, value, record_id) VALUES ('lead', 'phone', $1, $2) ON CONFLICT DO NOTHING`,
        [`plain-${now}-${index}-${lead}`, lead],
      )
      await run(
        'assignee',
        `INSERT INTO ${schema}.assignee AS a (user_id, holding, today, today_count, last_assigned_at) VALUES ($1, 1, $2::timestamptz::date, 1, $2) ON CONFLICT (user_id) DO UPDATE SET holding = a.holding + 1, today_count = a.today_count + 1, last_assigned_at = excluded.last_assigned_at`,
        [owner, now],
      )
      await run(
        'decision',
        `INSERT INTO ${schema}.assignment_decision (id, record_id, at, owner_id, rule_id, rule_version, explanation) VALUES ($1, $2, $3, $4, 'rule', 1, $5)`,
        [newId(now), lead, now, owner, sample.explanation],
      )
      await run(
        'lead',
        `INSERT INTO ${schema}.${info.table} (id, created_at, updated_at, owner_id, dept_path, ${sample.columns.join(', ')}) VALUES ($1, $2, $2, $3, '/1/2/3/', ${sample.columns.map((_, at) => `$${at + 4}`).join(', ')})`,
        [lead, now, owner, ...sample.values],
      )
      await run(
        'event',
        `INSERT INTO ${schema}.event (id, at, kind, object, record_id, actor_kind, actor_id, changes) VALUES ($1, $2, 'record.created', 'lead', $3, 'webhook', 'x', $4)`,
        [newId(now), now, lead, sample.changes],
      )
      await run(
        'timers',
        `INSERT INTO ${schema}.timer (id, due_at, kind, record_id, rule_id, rule_version, level, started_at, explanation) VALUES ($1, $3, 'follow-up', $4, 'r', 1, 1, $3, $5), ($2, $3, 'follow-up', $4, 'r', 1, 2, $3, $5)`,
        [newId(now), newId(now), now, lead, sample.timer],
      )
      await run(
        'notice',
        `INSERT INTO ${schema}.notice (id, user_id, kind, record_id, title, lines, facts, created_at) VALUES ($1, $2, 'lead-assigned', $3, '新线索', '[]', '[]', $4)`,
        [newId(now), owner, lead, now],
      )
      await run(
        'capture',
        `INSERT INTO ${schema}.capture (id, source_id, event_id, received_at, payload, actor_kind, actor_id, status, record_id, processed_at) VALUES ($1, 'plain', $2, $3, $4, 'webhook', 'x', 'stored', $5, $3)`,
        [newId(now), lead, now, sample.payload, lead],
      )
      await client.query('COMMIT')
      waits.push(performance.now() - start)
    }
  })
  return figuresOf(waits, performance.now() - began)
}

/** What one of our own captures left behind, so that plain SQL writes rows of the same size. */
const sampleOf = async ({ opened }: BenchWorkspace) => {
  const { db, config } = opened.workspace
  const info = config.current.objects.get('lead')
  const [capture] = await db.query<{ record_id: string; payload: unknown }>(
    `SELECT record_id, payload FROM w.capture WHERE status = 'stored' ORDER BY id DESC LIMIT 1`,
  )
  const id = capture?.record_id
  const [decision] = await db.query<{ explanation: unknown }>(
    'SELECT explanation FROM w.assignment_decision WHERE record_id = $1',
    [id],
  )
  const [event] = await db.query<{ changes: unknown }>('SELECT changes FROM w.event WHERE record_id = $1', [id])
  const [timer] = await db.query<{ explanation: unknown }>('SELECT explanation FROM w.timer WHERE record_id = $1', [id])
  const [lead] = await db.query(`SELECT * FROM w.${info?.table} WHERE id = $1`, [id])
  const columns = Object.keys(lead ?? {}).filter((name) => name.startsWith('f_') && lead?.[name] !== null)
  return {
    columns,
    values: columns.map((name) => lead?.[name]),
    payload: JSON.stringify(capture?.payload),
    explanation: JSON.stringify(decision?.explanation),
    changes: JSON.stringify(event?.changes),
    timer: JSON.stringify(timer?.explanation),
  }
}
