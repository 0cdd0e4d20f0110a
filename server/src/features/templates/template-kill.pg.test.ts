import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { startWorker } from '../../testing/start-worker.ts'
import { carryOutPlan } from '../config/carry-out-plan.ts'
import { readConfigTree } from '../config/config-tree.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { installTemplate, keepMade } from './install-template.ts'
import { mergeTemplate } from './merge-template.ts'
import { templateDemo } from './template-demo-job.ts'
import { readTemplate } from './template-file.ts'

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

const written = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await test.workspace.db.query<{ object: string; count: number }>(
        'SELECT object, count(*)::int AS count FROM w.template_record GROUP BY object ORDER BY object',
      )
    ).map(({ object, count }) => [object, count]),
  )
const waitingForLock = async (): Promise<number> =>
  (
    await test.workspace.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  )[0]?.count ?? 0

it('a failure before the commit leaves no setting, no note and no job', async () => {
  const before = await readConfigTree(test.workspace.db)
  await test.workspace.db.query('ALTER TABLE w.job ADD CONSTRAINT nothing_more CHECK (false) NOT VALID')
  await expect(installTemplate(test.system(), { name: 'dental', withDemo: true })).rejects.toThrow()
  expect(await readConfigTree(test.workspace.db)).toEqual(before)
  expect(await test.workspace.db.query('SELECT 1 FROM w.template')).toEqual([])
})

it('killed in the middle of the demo, the next process writes what is missing and nothing twice', async () => {
  const { file } = await readTemplate('dental')
  const context = test.contextOf('admin')
  await carryOutPlan(
    context,
    async (_db, now) => mergeTemplate(now, file.tree).wanted,
    {},
    async (_inside, tx) => {
      await keepMade(context, tx, 'dental', { items: [], fields: [], options: [] })
      await startJob(context, tx, templateDemo, { template: 'dental', now: context.now })
      return new Map()
    },
  )
  const visits = test.workspace.config.current.objects.get('dentalVisit')?.table ?? ''
  await bystander.query('BEGIN')
  await bystander.query(`LOCK TABLE ${test.workspace.db.schema}.${visits}`)
  const worker = startWorker(test, 'jobs')
  await expect.poll(waitingForLock, { timeout: 30_000 }).toBeGreaterThan(0)
  await worker.kill()
  await bystander.query('ROLLBACK')
  expect(await written()).toEqual({ dentist: 9, lead: 90, patient: 120 })
  await expect
    .poll(
      async () => {
        await runDueJobs(test.workspace)
        return written()
      },
      { timeout: 30_000 },
    )
    .toEqual({ dentalVisit: 160, dentist: 9, implantPlan: 40, lead: 90, patient: 120 })
  const patients = test.workspace.config.current.objects.get('patient')?.table ?? ''
  expect(await test.workspace.db.query(`SELECT count(*)::int AS count FROM w.${patients}`)).toEqual([{ count: 120 }])
}, 90_000)
