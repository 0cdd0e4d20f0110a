import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { startWorker } from '../../testing/start-worker.ts'
import { countUp } from './count-up.fixture.ts'
import { runDueJobs } from './job-loop.ts'
import { jobKindsOf } from './job-kinds.ts'
import { readJob } from './job-queries.ts'
import { startJob } from './start-job.ts'

let test: TestWorkspace
let bystander: pg.Client

beforeEach(async () => {
  test = await openTestWorkspace()
  await test.workspace.db.query('CREATE TABLE w.counted (number int PRIMARY KEY)')
  bystander = new pg.Client({ connectionString: test.databaseUrl })
  await bystander.connect()
})
afterEach(async () => {
  await bystander.end()
  await test.close()
})

const waitingForLock = async (): Promise<number> =>
  (
    await test.workspace.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  )[0]?.count ?? 0

describe('kill -9 in the middle of a job', () => {
  it.each([1, 17, 40])(
    'at step %i loses no step and repeats none; another process goes on',
    async (step) => {
      const id = await test.workspace.db.transaction((tx) => startJob(test.contextOf('admin'), tx, countUp, { to: 40 }))
      // The worker comes as far as a number that somebody else is about to write, waits there, and is killed.
      await bystander.query('BEGIN')
      await bystander.query(`INSERT INTO ${test.workspace.db.schema}.counted (number) VALUES ($1)`, [step])
      const worker = startWorker(test, 'jobs')
      await expect.poll(waitingForLock, { timeout: 15_000 }).toBeGreaterThan(0)
      await worker.kill()
      await bystander.query('ROLLBACK')
      expect(await readJob(test.workspace.db, id)).toMatchObject({ status: 'running', done: step - 1 })
      await expect
        .poll(
          async () => {
            await runDueJobs(test.workspace, { kinds: jobKindsOf([countUp]) })
            return (await readJob(test.workspace.db, id))?.status
          },
          { timeout: 15_000 },
        )
        .toBe('done')
      const rows = await test.workspace.db.query<{ number: number }>('SELECT number FROM w.counted ORDER BY number')
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    },
    60_000,
  )
})
