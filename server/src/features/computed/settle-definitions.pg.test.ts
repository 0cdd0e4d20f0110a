import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, field, literal, must, type FieldInfo } from '@jieli/core'
import { addComputed, asOwner, make, makeDeals, valuesOf } from '../../testing/computed-world.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { ConfigStore } from '../config/config-store.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addMs } from '../long-jobs/outside-work.ts'
import { findComputing } from './find-computing.ts'
import { updateField } from '../objects/add-field.ts'
import { startConversion } from '../objects/conversion/start-conversion.ts'
import { findRemoved, removeField, restoreRemoved } from '../objects/remove-field.ts'
import { changeOne } from '../records/apply-change.ts'
import type { Context } from '../workspace/workspace.ts'

let test: TestWorkspace
const owner = () => asOwner(test.contextOf('admin'))
const admin = () => test.contextOf('admin')
const fieldOf = (object: string, name: string): FieldInfo =>
  must(test.workspace.config.current.objects.get(object)?.fields.get(name))
const tableOf = (object: string): string => must(test.workspace.config.current.objects.get(object)).table
const columnsOf = async (object: string): Promise<string[]> =>
  (
    await test.workspace.db.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'w.${tableOf(object)}'::regclass AND attnum > 0 AND NOT attisdropped`,
    )
  ).map(({ name }) => name)
const finishJobs = async (): Promise<void> => {
  const isRunning = async (): Promise<boolean> =>
    (await test.workspace.db.query(`SELECT 1 FROM w.job WHERE status = 'running'`)).length > 0
  for (let turn = 0; turn < 50 && (await isRunning()); turn++) {
    await runDueJobs(test.workspace)
    test.clock.set(addMs(test.clock.now(), 6_000))
  }
  await test.workspace.config.refresh()
}
const convert = async (object: string, name: string, type: string): Promise<void> => {
  await startConversion(admin(), object, name, { type })
  await finishJobs()
}

beforeEach(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
}, 120_000)
afterEach(() => test.close())

describe('a formula that is defined anew', () => {
  it('keeps its column where its results stay of one type, and each record its old value until its turn comes', async () => {
    await addComputed(test, 'line', 'total', 'formula', {
      expression: call('add', field('price'), literal(1)),
      result: 'money',
    })
    await test.workspace.db.query(
      `INSERT INTO w.${tableOf('line')} (id, created_at, updated_at, ${fieldOf('line', 'price').column}, ${fieldOf('line', 'total').column})
       SELECT gen_random_uuid(), now(), now(), 10, 11 FROM generate_series(1, 1100)`,
    )
    await finishJobs()
    const column = fieldOf('line', 'total').column
    const totals = async (): Promise<unknown> =>
      test.workspace.db.query(
        `SELECT ${column}::int AS total, count(*)::int AS count FROM w.${tableOf('line')} GROUP BY 1 ORDER BY 1`,
      )
    await updateField(admin(), 'line', 'total', {
      settings: { expression: call('add', field('price'), literal(2)), result: 'money' },
    })
    expect(fieldOf('line', 'total').column).toBe(column)
    let steps = 0
    await runDueJobs(test.workspace, { mayGoOn: () => steps++ < 1 })
    expect(await totals()).toEqual([
      { total: 11, count: 600 },
      { total: 12, count: 500 },
    ])
    const working = { object: 'line', field: 'total', done: 500, total: 1100, isStuck: false }
    expect(await findComputing(owner())).toEqual([working])
    expect(await findComputing(test.contextOf('lina'))).toEqual([])
    await test.workspace.db.query(`UPDATE w.job SET status = 'failed' WHERE status = 'running'`)
    expect(await findComputing(owner())).toEqual([{ ...working, isStuck: true, stuckJobs: [expect.any(String)] }])
    await test.workspace.db.query(`UPDATE w.job SET status = 'running' WHERE status = 'failed'`)
    await finishJobs()
    expect(await findComputing(owner())).toEqual([])
    expect(await totals()).toEqual([{ total: 12, count: 1100 }])
  })

  it('is worked out to the end by a job that an older program began', async () => {
    const line = await make(owner(), 'line', { price: 10 })
    await addComputed(test, 'line', 'total', 'formula', {
      expression: call('add', field('price'), literal(1)),
      result: 'money',
    })
    const { db } = test.workspace
    await db.query(`UPDATE w.${tableOf('line')} SET ${fieldOf('line', 'total').column} = NULL`)
    await db.query(`UPDATE w.job SET state = '{"after": null, "done": 0}' WHERE kind = 'fill-field' AND status = 'running'`)
    await finishJobs()
    expect(await valuesOf(test, 'line', line)).toMatchObject({ total: 11 })
  })

  it('is right in the end also where a process that had not heard of it wrote by the old one', async () => {
    await addComputed(test, 'line', 'total', 'formula', {
      expression: call('add', field('price'), literal(1)),
      result: 'money',
    })
    await addComputed(test, 'deal', 'sum', 'rollup', { over: 'line.deal', fn: 'sum', of: 'price', result: 'money' })
    const deal = await make(owner(), 'deal', {})
    const line = await make(owner(), 'line', { deal, price: 10 })
    await finishJobs()
    const { db, config } = test.workspace
    const stale: Context = { ...owner(), workspace: { ...test.workspace, config: ConfigStore.holding(db, config.current) } }
    const add = (more: number) => ({ expression: call('add', field('price'), literal(more)), result: 'money' })
    await updateField(admin(), 'line', 'total', { settings: add(2) })
    await updateField(admin(), 'deal', 'sum', { settings: { over: 'line.deal', fn: 'sum', of: 'total', result: 'money' } })
    await runDueJobs(test.workspace)
    await changeOne(stale, 'line', { action: 'update', id: line, values: { price: 20 } })
    const late = await make(stale, 'line', { deal, price: 5 })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ total: 21 })
    await finishJobs()
    expect(await valuesOf(test, 'line', line)).toMatchObject({ total: 22 })
    expect(await valuesOf(test, 'line', late)).toMatchObject({ total: 7 })
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ sum: 29 })
  })

  it('gets another column for another type; the old one goes', async () => {
    await addComputed(test, 'line', 'total', 'formula', { expression: field('price'), result: 'money' })
    const line = await make(owner(), 'line', { name: '课', price: 10 })
    const old = fieldOf('line', 'total').column
    await updateField(admin(), 'line', 'total', { settings: { expression: field('name'), result: 'text' } })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ total: '课' })
    await finishJobs()
    expect(await columnsOf('line')).not.toContain(old)
    expect(await columnsOf('line')).toContain(fieldOf('line', 'total').column)
  })
})

describe('a field whose type changes', () => {
  it('takes what is looked up, counted and reckoned from it along, and back when the change is undone', async () => {
    await addComputed(test, 'deal', 'named', 'rollup', {
      over: 'line.deal',
      fn: 'count',
      where: call('isNotEmpty', field('name')),
    })
    await addComputed(test, 'line', 'isNamed', 'formula', { expression: call('isNotEmpty', field('name')), result: 'boolean' })
    const deal = await make(owner(), 'deal', { name: '甲' })
    const [good, bad] = await Promise.all(['13761620953', '七'].map((name) => make(owner(), 'line', { deal, name })))
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ named: 2 })
    await convert('line', 'name', 'phone')
    expect(await valuesOf(test, 'line', must(good))).toMatchObject({ name: '+8613761620953', isNamed: true })
    expect(await valuesOf(test, 'line', must(bad))).toMatchObject({ name: null, isNamed: false })
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ named: 1 })

    await restoreRemoved(admin(), must((await findRemoved(admin()))[0]).id)
    await finishJobs()
    expect(await valuesOf(test, 'line', must(bad))).toMatchObject({ name: '七', isNamed: true })
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ named: 2 })
  })

  it('gives what looks it up a column of the new type', async () => {
    await addComputed(test, 'line', 'dealDiscount', 'lookup', { relation: 'deal', field: 'discount' })
    const deal = await make(owner(), 'deal', { discount: 12.5 })
    const line = await make(owner(), 'line', { deal })
    const old = fieldOf('line', 'dealDiscount').column
    await convert('deal', 'discount', 'money')
    expect(fieldOf('line', 'dealDiscount').type).toBe('money')
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealDiscount: 12.5 })
    expect(await columnsOf('line')).not.toContain(old)
    await changeOne(owner(), 'deal', { action: 'update', id: deal, values: { discount: 13 } })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealDiscount: 13 })
  })

  it('takes along what a process writes that has not yet heard of the swap', async () => {
    await addComputed(test, 'line', 'isNamed', 'formula', { expression: call('isNotEmpty', field('name')), result: 'boolean' })
    const line = await make(owner(), 'line', { name: '七' })
    const { column } = fieldOf('line', 'name')
    await startConversion(admin(), 'line', 'name', { type: 'phone' })
    for (let turn = 0; turn < 50 && fieldOf('line', 'name').column === column; turn++) {
      let steps = 0
      await runDueJobs(test.workspace, { mayGoOn: () => steps++ < 1 })
      await test.workspace.config.refresh()
      test.clock.set(addMs(test.clock.now(), 1_000))
    }
    await runDueJobs(test.workspace)
    expect(await valuesOf(test, 'line', line)).toMatchObject({ isNamed: false })
    await test.workspace.db.query(`UPDATE w.${tableOf('line')} SET ${column} = '13761620953' WHERE id = $1`, [line])
    await finishJobs()
    expect(await valuesOf(test, 'line', line)).toMatchObject({ name: '+8613761620953', isNamed: true })
  })
})

it('a lookup that comes back after what it looks up has another type is worked out anew', async () => {
  await addComputed(test, 'line', 'dealDiscount', 'lookup', { relation: 'deal', field: 'discount' })
  const deal = await make(owner(), 'deal', { discount: 12.5 })
  const line = await make(owner(), 'line', { deal })
  const { recycledId } = await removeField(admin(), 'line', 'dealDiscount')
  await convert('deal', 'discount', 'text')
  await restoreRemoved(admin(), recycledId)
  await finishJobs()
  expect(await valuesOf(test, 'line', line)).toMatchObject({ dealDiscount: '12.5%' })
})

it('refuses a definition that cannot be worked out, but not the change of another field beside one', async () => {
  const broken = { settings: { expression: call('multiply', field('name'), literal(2)), result: 'number' } }
  await addComputed(test, 'line', 'twice', 'formula', { expression: field('count'), result: 'number' })
  await expect(updateField(admin(), 'line', 'twice', broken)).rejects.toMatchObject({ code: 'invalid-values' })
  await expect(addComputed(test, 'line', 'wrong', 'formula', broken.settings)).rejects.toMatchObject({ code: 'invalid-values' })
  expect(test.workspace.config.current.objects.get('line')?.fields.has('wrong')).toBe(false)
})
