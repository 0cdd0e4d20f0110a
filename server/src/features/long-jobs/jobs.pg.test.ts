import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { countUp } from './count-up.fixture.ts'
import { runDueJobs, startJobLoop } from './job-loop.ts'
import { jobKindsOf } from './job-kinds.ts'
import { addMs } from './outside-work.ts'
import { readJob, type JobRow } from './job-queries.ts'
import { startJob } from './start-job.ts'
import { cancelJob, retryJob } from './steer-job.ts'

const kinds = jobKindsOf([countUp])
let test: TestWorkspace

beforeEach(async () => {
  test = await openTestWorkspace()
  await test.workspace.db.query('CREATE TABLE w.counted (number int PRIMARY KEY)')
  await test.workspace.db.query('CREATE TABLE w.counted_outside (at timestamptz DEFAULT now())')
})
afterEach(() => test.close())

const ask = (input: Parameters<typeof countUp.begin>[0]): Promise<string> =>
  test.workspace.db.transaction((tx) => startJob(test.contextOf('admin'), tx, countUp, input))
const run = (workspace: Workspace = test.workspace): Promise<string> => runDueJobs(workspace, { kinds })
const read = async (id: string): Promise<JobRow | undefined> => readJob(test.workspace.db, id)
const counted = async (table = 'counted'): Promise<number> =>
  (await test.workspace.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM w.${table}`))[0]?.count ?? -1
const later = (ms: number): void => test.clock.set(addMs(test.clock.now(), ms))

describe('a job', () => {
  it('steps to its end, counts how far it is, and tells who asked', async () => {
    const id = await ask({ to: 7 })
    await run()
    expect(await read(id)).toMatchObject({ status: 'done', done: 7, total: 7, result: { at: 7 } })
    expect(await counted()).toBe(7)
    const [notice] = await test.workspace.db.query(`SELECT user_id, title, lines FROM w.notice WHERE kind = 'job-ended'`)
    expect(notice).toEqual({ user_id: test.ids.users['admin'], title: '完成：数到 7', lines: ['共 7'] })
  })

  it('is not asked for when the transaction that asks is rolled back', async () => {
    await expect(
      test.workspace.db.transaction(async (tx) => {
        await startJob(test.contextOf('admin'), tx, countUp, { to: 3 })
        throw new Error('never mind')
      }),
    ).rejects.toThrow('never mind')
    await run()
    expect(await counted()).toBe(0)
  })

  it('that refuses ends at once with the reason, keeps what was done, and can be cancelled', async () => {
    const id = await ask({ to: 7, refusesAt: 5 })
    await run()
    expect(await read(id)).toMatchObject({ status: 'failed', reason: 'limit-reached', done: 4 })
    await cancelJob(test.contextOf('admin'), id, kinds)
    await run()
    expect(await read(id)).toMatchObject({ status: 'cancelled' })
    expect(await counted()).toBe(0)
  })

  it('that breaks is tried again with pauses, half a step never stays, and after mending it goes on by hand', async () => {
    const id = await ask({ to: 7, breaksAt: 5 })
    for (const pause of [0, 1_000, 5_000, 30_000, 120_000]) {
      later(pause)
      await run()
      expect(await counted()).toBe(4)
    }
    expect(await read(id)).toMatchObject({ status: 'failed', reason: 'internal' })
    await test.workspace.db.query('CREATE TABLE w.mended ()')
    await retryJob(test.contextOf('admin'), id)
    await run()
    expect(await read(id)).toMatchObject({ status: 'done' })
    expect(await counted()).toBe(7)
  })

  it('waits for a lock as often as it takes, without failing', async () => {
    const id = await ask({ to: 2 })
    await test.workspace.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE w.counted IN ACCESS EXCLUSIVE MODE')
      const impatient = {
        ...countUp,
        step: async (...[context, inner, job]: Parameters<typeof countUp.step>) => {
          await inner.query(`SET LOCAL lock_timeout = '10ms'`)
          return countUp.step(context, inner, job)
        },
      }
      for (let attempt = 0; attempt < 8; attempt++) {
        await runDueJobs(test.workspace, { kinds: jobKindsOf([impatient]) })
        later(1_000)
      }
    })
    expect(await read(id)).toMatchObject({ status: 'running', failures: 0 })
    await run()
    expect(await counted()).toBe(2)
  })

  it('cannot be cancelled past the point of no return, nor by somebody else', async () => {
    const id = await ask({ to: 100 })
    await test.workspace.db.query(`UPDATE w.job SET state = '{"at": 95, "wasOutside": false}'`)
    await expect(cancelJob(test.contextOf('admin'), id, kinds)).rejects.toMatchObject({ code: 'job-past-cancel' })
    await expect(cancelJob(test.contextOf('lina'), id, kinds)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('jobs', () => {
  it('take turns, so that a long one keeps no short one waiting', async () => {
    const long = await ask({ to: 50 })
    const short = await test.workspace.db.transaction((tx) =>
      startJob(test.contextOf('admin'), tx, { ...countUp, begin: () => ({ at: 1_000, wasOutside: false }) }, { to: 1_003 }),
    )
    let steps = 0
    await runDueJobs(test.workspace, { kinds, mayGoOn: () => steps++ < 8 })
    expect((await read(short))?.status).toBe('done')
    expect((await read(long))?.status).toBe('running')
  })

  it('of a kind this program does not know are left to one that does', async () => {
    const id = await ask({ to: 3 })
    await runDueJobs(test.workspace, { kinds: jobKindsOf([]) })
    expect((await read(id))?.status).toBe('running')
  })

  it('are shared by processes: every piece is done once', async () => {
    const ids = await Promise.all([
      ask({ to: 40 }),
      test.workspace.db.transaction((tx) =>
        startJob(test.contextOf('admin'), tx, { ...countUp, begin: () => ({ at: 100, wasOutside: false }) }, { to: 140 }),
      ),
    ])
    const second = await openSecondProcess(test)
    while (!(await Promise.all(ids.map(read))).every((row) => row?.status === 'done'))
      await Promise.all([run(), run(second.workspace)])
    await second.close()
    expect(await counted()).toBe(80)
  })
})

describe('work outside of transactions', () => {
  it('is done once between two steps', async () => {
    const id = await ask({ to: 5, outsideAt: 3 })
    await run()
    expect(await read(id)).toMatchObject({ status: 'done' })
    expect([await counted(), await counted('counted_outside')]).toEqual([5, 1])
  })

  it('of a process that died is taken over when its lease has run out, not before', async () => {
    const id = await ask({ to: 5, outsideAt: 3 })
    const dying = jobKindsOf([{ ...countUp, outside: () => () => new Promise<never>(() => undefined) }])
    await runDueJobs(test.workspace, { kinds: dying, onOutside: () => undefined })
    await run()
    expect(await read(id)).toMatchObject({ status: 'running', state: { at: 0 } })
    later(31_000)
    await run()
    expect(await read(id)).toMatchObject({ status: 'done' })
  })
})

describe('the loop', () => {
  it('is woken by the commit that asks, here and in another process', async () => {
    const second = await openSecondProcess(test)
    const loop = startJobLoop(second.workspace, kinds)
    await expect.poll(() => counted()).toBe(0)
    const id = await ask({ to: 5 })
    await expect.poll(async () => (await read(id))?.status, { timeout: 5_000 }).toBe('done')
    await loop.stop()
    await second.close()
  })
})
