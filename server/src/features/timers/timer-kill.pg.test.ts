import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { startWorker } from '../../testing/start-worker.ts'
import { runDueTimers } from './timer-loop.ts'

let test: TestWorkspace
let bystander: pg.Client

beforeEach(async () => {
  test = await openTestWorkspace()
  bystander = new pg.Client({ connectionString: test.databaseUrl })
  await bystander.connect()
})
afterEach(async () => {
  await bystander.end()
  await test.close()
})

const count = async (sql: string): Promise<number> =>
  (await test.workspace.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`))[0]?.count ?? 0
const waitingForLock = (): Promise<number> =>
  count(`pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)

describe('kill -9 while timers run', () => {
  it.each(['timer', 'notice', 'event'])(
    'at the writing of the %s loses no warning and gives none twice',
    async (table) => {
      const leads = await Promise.all(Array.from({ length: 5 }, () => buildLead(test)))
      test.clock.set(addMinutes(TEST_NOW, 24 * 60))
      // The worker has claimed its timers and comes as far as this table, which somebody holds; there it is killed.
      await bystander.query('BEGIN')
      await bystander.query(
        `LOCK TABLE ${test.workspace.db.schema}.${table} IN ${table === 'timer' ? 'SHARE ROW EXCLUSIVE' : 'SHARE'} MODE`,
      )
      const worker = startWorker(test, 'timers')
      await expect.poll(waitingForLock, { timeout: 15_000 }).toBeGreaterThan(0)
      await worker.kill()
      await bystander.query('COMMIT')
      await expect
        .poll(
          async () => {
            await runDueTimers(test.system())
            return count(`w.timer WHERE status = 'fired'`)
          },
          { timeout: 15_000 },
        )
        .toBe(5)
      expect(await count(`w.notice WHERE kind = 'deadline-owner'`)).toBe(5)
      expect(await count(`w.event WHERE kind = 'deadline.warned' AND record_id = ANY('{${leads.join()}}')`)).toBe(5)
    },
    60_000,
  )
})
