import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, field, literal, must } from '@jieli/core'
import { addComputed, asOwner, computeDeals, make, makeDeals, valuesOf } from '../../testing/computed-world.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { updateField } from '../objects/add-field.ts'
import { describeMeta } from '../objects/describe-meta.ts'
import { changeOne } from '../records/apply-change.ts'
import { tellHow } from './tell-how.ts'

let test: TestWorkspace
const owner = () => asOwner(test.contextOf('admin'))
const fieldOf = (object: string, name: string) => must(test.workspace.config.current.objects.get(object)?.fields.get(name))

beforeAll(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
  await computeDeals(test)
}, 120_000)
afterAll(() => test.close())

it('a formula that is defined anew is worked out, and what stands on it follows', async () => {
  const deal = await make(owner(), 'deal', { name: '甲' })
  const line = await make(owner(), 'line', { deal, price: 10, count: 2 })
  const old = fieldOf('line', 'total').column
  await updateField(test.contextOf('admin'), 'line', 'total', {
    settings: { expression: call('add', field('price'), literal(1)), result: 'money' },
  })
  expect(fieldOf('line', 'total').column).toBe(old)
  expect(await valuesOf(test, 'line', line)).toMatchObject({ total: 11 })
  expect(await valuesOf(test, 'deal', deal)).toMatchObject({ sum: 11, net: 11 })
  await runDueJobs(test.workspace)
})

it('what follows from many is left to a job, which ends where the write would have', async () => {
  const deal = await make(owner(), 'deal', { name: '千行' })
  const table = test.workspace.config.current.objects.get('line')?.table
  const column = fieldOf('line', 'deal').column
  await test.workspace.db.query(
    `INSERT INTO w.${table} (id, created_at, updated_at, ${column}) SELECT gen_random_uuid(), now(), now(), $1 FROM generate_series(1, 1200)`,
    [deal],
  )
  await changeOne(owner(), 'deal', { action: 'update', id: deal, values: { name: '改了' } })
  const count = async () =>
    (
      await test.workspace.db.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM w.${table} WHERE ${column} = $1 AND ${fieldOf('line', 'dealName').column} = '改了'`,
        [deal],
      )
    )[0]?.count
  expect(await count()).toBe(0)
  await runDueJobs(test.workspace)
  expect(await count()).toBe(1200)
})

it('says in words how a value is worked out, to those only who may see what goes into it', async () => {
  expect(tellHow(owner(), fieldOf('deal', 'sum'))?.['zh-CN']).toMatch(/明细.*total/)
  expect(tellHow(owner(), fieldOf('line', 'dealName'))?.['zh-CN']).toBe('单子的名称')
  expect(tellHow(test.contextOf('lina'), fieldOf('deal', 'sum'))).toBeUndefined()
  await addComputed(test, 'lead', 'shortName', 'formula', { expression: field('name'), result: 'text' })
  const meta = describeMeta(test.contextOf('lina')).objects.find(({ name }) => name === 'lead')
  expect(meta?.fields.find(({ name }) => name === 'shortName')).toMatchObject({ type: 'text', right: 'read', readOnly: true })
})
