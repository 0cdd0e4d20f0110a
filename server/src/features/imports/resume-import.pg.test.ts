import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findImport } from './find-imports.ts'
import { importPolicySchema } from './import-policy.ts'
import { markStarted } from './import-queries.ts'
import { stageImport } from './stage-import.ts'
import { resumeImports } from './start-import.ts'

let test: TestWorkspace
const children: ChildProcess[] = []
beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await test.close()
})

const ROWS = 2_500

/** A file that is to be worked off and that nobody works on yet. */
const waitingImport = async (firstPhone: number): Promise<string> => {
  const lines = Array.from({ length: ROWS }, (_, index) => `客户${index},${firstPhone + index}`)
  const preview = await stageImport(test.contextOf('admin'), {
    object: 'lead',
    fileName: 'large.csv',
    upload: Readable.from([`姓名,手机\n${lines.join('\n')}\n`]),
    locale: 'zh-CN',
  })
  await markStarted(test.workspace.db, preview.id, { 姓名: 'name', 手机: 'phone' }, importPolicySchema.parse({}))
  return preview.id
}

const startWorker = (): ChildProcess => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('import-process.fixture.ts', import.meta.url)), test.databaseUrl, test.workspace.home],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  return child
}

const progress = (id: string) => findImport(test.contextOf('admin'), id)

const factsOf = async (id: string) => {
  const [facts] = await test.workspace.db.query<Record<string, number>>(
    `SELECT (SELECT count(*) FROM w.import_row WHERE import_id = $1 AND status = 'created') AS rows,
       (SELECT count(DISTINCT record_id) FROM w.import_row WHERE import_id = $1) AS records,
       (SELECT count(*) FROM w.capture WHERE event_id LIKE $2) AS captures,
       (SELECT count(*) FROM w.event e JOIN w.import_row r ON r.record_id = e.record_id WHERE r.import_id = $1 AND e.kind = 'record.created') AS created,
       (SELECT count(*) FROM w.event e JOIN w.import_row r ON r.record_id = e.record_id WHERE r.import_id = $1 AND e.kind = 'lead.touched') AS touched`,
    [id, `${id}/%`],
  )
  return facts
}
const eachOnce = { rows: ROWS, records: ROWS, captures: ROWS, created: ROWS, touched: 0 }

it('killed in the middle, an import goes on elsewhere and every row is in exactly once', async () => {
  const id = await waitingImport(13_500_000_000)
  for (const until of [500, 1_000]) {
    const child = startWorker()
    while ((await progress(id)).done < until) await pause(5)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const stopped = await progress(id)
  expect(stopped.status).toBe('running')
  expect(stopped.done).toBeLessThan(ROWS)
  await resumeImports(test.workspace)
  expect(await progress(id)).toMatchObject({ status: 'done', done: ROWS, counts: { created: ROWS, touched: 0, failed: 0 } })
  expect(await factsOf(id)).toEqual(eachOnce)
}, 120_000)

it('two processes that take up one import at the same time share it and do nothing twice', async () => {
  const id = await waitingImport(13_510_000_000)
  const child = startWorker()
  await once(child.stdout as Readable, 'data')
  while ((await progress(id)).status === 'running') {
    await resumeImports(test.workspace)
    await pause(5)
  }
  expect(await progress(id)).toMatchObject({ status: 'done', done: ROWS, counts: { created: ROWS, touched: 0 } })
  expect(await factsOf(id)).toEqual(eachOnce)
  const notices = await test.workspace.db.query(
    `SELECT 1 FROM w.notice WHERE kind = 'import-done' AND title LIKE '%large.csv' AND user_id = $1`,
    [test.ids.users['admin']],
  )
  expect(notices).toHaveLength(2)
}, 120_000)
