import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { must } from '@jieli/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDemoSecrets, type DemoSecrets } from '../../../../demo/demo-secrets.ts'
import { findFreePort } from '../../database/postgres-process/find-free-port.ts'
import { findWrongCounters, openBeside, readEnvelopes, readLedger } from '../../testing/crash-ledger.ts'
import { postmasterOf, startProgram, type Program } from '../../testing/crash-program.ts'
import { prepareSendings, sendAll, type Sending } from '../../testing/crash-senders.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The whole program with its own database, a small demo company, and nobody to be kind to it. */
let home: string
let port: number
let program: Program
let secrets: DemoSecrets

const start = async (): Promise<number> => {
  program = await startProgram({
    home,
    port,
    env: { JIELI_DEMO_SCALE: '0.02', JIELI_DEMO_DAYS: '2', LOG_LEVEL: 'silent', SIM_PORT: '9' },
  })
  return program.ready
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'jieli-crash-'))
  port = await findFreePort()
  await start()
  secrets = { ...readDemoSecrets(home), baseUrl: program.url }
}, 240_000)

afterAll(async () => {
  await program?.end('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const beside = async <T>(look: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const { workspace, close } = await openBeside(home)
  try {
    return await look(workspace)
  } finally {
    await close()
  }
}

/** Sends all; whenever so many are acknowledged, disaster strikes at a moment nobody chose. */
const sendThrough = async (sendings: Sending[], strikes: number, strike: () => Promise<void>): Promise<void> => {
  const moments = Array.from({ length: strikes }, (_, index) =>
    Math.floor(((index + 0.5 + Math.random() * 0.4) * sendings.length) / (strikes + 1)),
  )
  let striking = Promise.resolve()
  const hopeless = new AbortController()
  const { attempts } = await sendAll(sendings, hopeless.signal, (count) => {
    if (!moments.includes(count)) return
    striking = striking.then(strike)
    striking.catch(() => hopeless.abort())
  })
  await striking
  console.log(`${sendings.length} events, ${attempts} attempts, struck at ${moments.join(', ')} acknowledgements`)
}

const expectNothingLostNothingTwice = async (sendings: readonly Sending[]): Promise<void> =>
  beside(async (workspace) => {
    const marker = must(sendings[0]).marker.split('-')[0] ?? ''
    const envelopes = await readEnvelopes(workspace, marker)
    expect(sendings.filter(({ marker: one }) => envelopes.get(one)?.count !== 1).map((one) => one.marker)).toEqual([])
    expect([...envelopes.values()].filter(({ status }) => status !== 'stored' && status !== 'touched')).toEqual([])
    expect(envelopes.size).toBe(sendings.length)

    const leads = await readLedger(workspace, marker)
    expect(leads.map((lead) => lead.phone).toSorted()).toEqual(
      [...new Set(sendings.map(({ phone }) => `+86${phone}`))].toSorted(),
    )
    const touches = Map.groupBy(sendings, ({ phone }) => `+86${phone}`)
    for (const lead of leads) {
      const came = touches.get(lead.phone)?.length ?? 0
      const owned = lead.ownerId === null ? 0 : 1
      expect(lead).toMatchObject({
        captures: came,
        touchCount: came,
        firstCaptures: 1,
        created: 1,
        touched: came - 1,
        identities: 1,
        decisions: 1,
        decidedOwnerId: lead.ownerId,
        timers: 2 * owned,
        assignedNotices: owned,
        deliveries: owned,
      })
    }
    expect(leads.filter((lead) => lead.ownerId !== null).length).toBeGreaterThan(leads.length / 2)
    expect(await findWrongCounters(workspace)).toEqual([])
  })

describe('kill -9 while customers come in', () => {
  it('of the program: what it acknowledged is stored once, with one owner, one decision, two timers and one notice', async () => {
    const sendings = await prepareSendings({ url: program.url, secrets, count: 480, round: 6 })
    const restarts: number[] = []
    await sendThrough(sendings, 2, async () => {
      await program.end('SIGKILL')
      restarts.push(await start())
    })
    console.log(`ready again after ${restarts.map((ms) => `${Math.round(ms)} ms`).join(', ')}`)
    expect(restarts).toHaveLength(2)
    await expectNothingLostNothingTwice(sendings)
  }, 240_000)

  it('of its PostgreSQL: the running program starts it again, says so meanwhile, and senders lose nothing', async () => {
    const sendings = await prepareSendings({ url: program.url, secrets, count: 240, round: 7 })
    await sendThrough(sendings, 1, async () => {
      const killed = must(await postmasterOf(home))
      const began = performance.now()
      process.kill(killed, 'SIGKILL')
      const said = new Set<number>()
      for (;;) {
        const { status } = await fetch(`${program.url}/readyz`)
        said.add(status)
        if (status === 200 && (await postmasterOf(home)) !== killed) break
        await pause(10)
      }
      expect(said).toContain(503)
      console.log(`ready again in ${Math.round(performance.now() - began)} ms`)
    })
    await expectNothingLostNothingTwice(sendings)
  }, 240_000)
})

describe('kill -9 while deadlines pass', () => {
  it('warns of each exactly once', async () => {
    await program.end('SIGKILL')
    const due = await beside((workspace) =>
      workspace.db.query<{ id: string }>(
        `UPDATE w.timer SET due_at = started_at WHERE status = 'pending' AND level = 1 RETURNING id`,
      ),
    )
    expect(due.length).toBeGreaterThan(300)
    const ids = due.map(({ id }) => id)
    const statuses = (workspace: Workspace) =>
      workspace.db.query<{ status: string; count: number }>(
        'SELECT status, count(*)::int AS count FROM w.timer WHERE id = ANY($1::uuid[]) GROUP BY 1',
        [ids],
      )
    await start()
    await beside(async (workspace) => {
      const fired = async (): Promise<number> =>
        (await statuses(workspace)).find(({ status }) => status === 'fired')?.count ?? 0
      while ((await fired()) === 0) await pause(2)
      await program.end('SIGKILL')
      console.log(`killed when ${await fired()} of ${ids.length} had fired`)
      await start()
      while ((await statuses(workspace)).some(({ status }) => status === 'pending')) await pause(50)
      const warned = await workspace.db.query<{ events: number; timers: number; ended: number }>(
        `SELECT count(e.id)::int AS events, count(DISTINCT t.id)::int AS timers, (SELECT count(*)::int FROM w.timer WHERE id = ANY($1::uuid[]) AND status = 'fired') AS ended
         FROM w.timer t JOIN w.event e ON e.record_id = t.record_id AND e.kind = 'deadline.warned' AND e.data->>'timerId' = t.id::text WHERE t.id = ANY($1::uuid[])`,
        [ids],
      )
      expect(must(warned[0]).events).toBe(must(warned[0]).timers)
      expect(must(warned[0]).timers).toBe(must(warned[0]).ended)
      expect(must(warned[0]).ended).toBeGreaterThan(300)
      const twice = await workspace.db.query(
        `SELECT n.record_id FROM w.notice n WHERE n.kind = 'deadline-owner' AND n.record_id IN (SELECT record_id FROM w.timer WHERE id = ANY($1::uuid[])) GROUP BY 1 HAVING count(*) <> 1`,
        [ids],
      )
      expect(twice).toEqual([])
    })
  }, 240_000)
})
