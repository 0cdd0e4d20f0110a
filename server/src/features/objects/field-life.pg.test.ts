import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, type Field } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addMs } from '../long-jobs/outside-work.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { addField } from './add-field.ts'
import { addObject } from './create-object.ts'
import { dropExpired } from './drop-expired.ts'
import { getFieldImpact } from './field-impact.ts'
import { countOptions, startMerge } from './merge-options.ts'
import { findRemoved, removeField, removeObject, restoreRemoved } from './remove-field.ts'

let test: TestWorkspace
const admin = (): Context => test.contextOf('admin')
const option = (id: string, label: string) => ({ id, label: { 'zh-CN': label } })

beforeAll(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '教室' }, name: 'room' })
  await addField(admin(), 'room', { name: 'floor', label: { 'zh-CN': '楼层' }, type: 'number' })
  await addField(admin(), 'room', {
    name: 'uses',
    label: { 'zh-CN': '用途' },
    type: 'multi-select',
    settings: { options: [option('a', '上课'), option('b', '授课'), option('c', '开会')] },
  })
  await changeOne(admin(), 'room', { action: 'create', values: { name: '甲', floor: 2, uses: ['a', 'b'] } })
  await changeOne(admin(), 'room', { action: 'create', values: { name: '乙', floor: 3, uses: ['b', 'c'] } })
})
afterAll(() => test.close())

const read = async (fields: string[]): Promise<unknown[]> =>
  (await findRecords(admin(), { object: 'room', select: fields, sort: [{ field: 'name', direction: 'desc' }] })).records.map(
    ({ values }) => values,
  )
const viewWith = (more: object): Promise<void> =>
  changeConfig(admin(), [
    { kind: 'view', id: 'v-room', item: { id: 'v-room', object: 'room', label: { 'zh-CN': '高层' }, ...more } },
  ])

describe('a field that is deleted', () => {
  it('is first shown with where it is used; a condition holds it back, a column does not', async () => {
    await viewWith({ columns: ['floor'], where: { call: 'greaterThan', args: [{ field: 'floor' }, { value: 2 }] } })
    expect(await getFieldImpact(admin(), 'room', 'floor')).toEqual({
      uses: [{ kind: 'view', id: 'v-room', label: '高层', how: 'decides' }],
      filled: { value: 2, capped: false },
    })
    await expect(removeField(admin(), 'room', 'floor')).rejects.toMatchObject({
      issues: [{ code: 'field-decides', params: { uses: '高层' } }],
    })
    await viewWith({ columns: ['floor'] })
    expect((await getFieldImpact(admin(), 'room', 'floor')).uses).toMatchObject([{ how: 'shows' }])
  })

  it('is unknown to everyone at once and comes back with everything it held', async () => {
    const { recycledId } = await removeField(admin(), 'room', 'floor')
    await expect(read(['floor'])).rejects.toMatchObject({ code: 'unknown-field' })
    await addField(admin(), 'room', { name: 'floor', label: { 'zh-CN': '楼层' }, type: 'text' })
    await restoreRemoved(admin(), recycledId)
    expect(await read(['floor2'])).toEqual([{ floor2: 3 }, { floor2: 2 }].toReversed())
  })

  it('goes for good after 30 days, its column dropped', async () => {
    const { id } = must(
      test.workspace.config.current.objects.get('room')?.definition.fields.find(({ name }) => name === 'floor'),
    )
    await removeField(admin(), 'room', 'floor')
    expect(await dropExpired(test.system())).toBe(0)
    test.clock.set(addMs(test.clock.now(), 30 * 24 * 3_600_000 + 1))
    expect(await dropExpired(test.system())).toBe(1)
    expect(await findRemoved(admin())).toEqual([])
    expect(await test.workspace.db.query('SELECT 1 FROM pg_attribute WHERE attname = $1', [id])).toEqual([])
  })

  it('is refused where the platform works with it', async () => {
    for (const name of ['phone', 'stage', 'name'])
      await expect(removeField(admin(), 'lead', name)).rejects.toMatchObject({ issues: [{ code: 'field-is-fixed' }] })
    await expect(removeField(test.contextOf('lina'), 'room', 'uses')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('an object', () => {
  it('is made with a title, used at once, deleted with its records and brought back with them', async () => {
    const made = await addObject(admin(), { label: { 'zh-CN': '器材' } })
    await changeOne(admin(), made.name, { action: 'create', values: { name: '投影仪' } })
    const { recycledId } = await removeObject(admin(), made.name)
    await expect(findRecords(admin(), { object: made.name })).rejects.toMatchObject({ code: 'unknown-object' })
    await restoreRemoved(admin(), recycledId)
    expect((await findRecords(admin(), { object: made.name, select: ['name'] })).records[0]?.values).toEqual({ name: '投影仪' })
  })

  it('of the platform, or one that others point to, stays', async () => {
    await expect(removeObject(admin(), 'lead')).rejects.toMatchObject({ issues: [{ code: 'object-is-standard' }] })
    const target = await addObject(admin(), { label: { 'zh-CN': '楼' }, name: 'building' })
    await addField(admin(), 'room', {
      name: 'building',
      label: { 'zh-CN': '所在楼' },
      type: 'relation',
      settings: { object: target.name },
    })
    await expect(removeObject(admin(), 'building')).rejects.toMatchObject({ issues: [{ code: 'field-decides' }] })
  })

  it('and its fields may be called by words of SQL', async () => {
    const select = await addObject(admin(), { label: { 'zh-CN': 'select' }, name: 'select' })
    for (const name of ['order', 'user', 'table', 'group', 'where'])
      await addField(admin(), select.name, { name, label: { 'zh-CN': name }, type: 'text' })
    await changeOne(admin(), 'select', { action: 'create', values: { name: 'from', order: '1', user: '2', table: '3' } })
    const page = await findRecords(admin(), {
      object: 'select',
      select: ['order', 'table'],
      where: { call: 'equals', args: [{ field: 'user' }, { value: '2' }] },
    })
    expect(page.records[0]?.values).toEqual({ order: '1', table: '3' })
  })
})

describe('options', () => {
  it('are counted, merged into one another in every record, and no longer offered', async () => {
    expect(await countOptions(admin(), 'room', 'uses')).toEqual(
      expect.arrayContaining([
        { id: 'b', count: 2 },
        { id: 'a', count: 1 },
      ]),
    )
    await startMerge(admin(), 'room', 'uses', { from: ['b'], to: 'a' })
    await runDueJobs(test.workspace)
    expect(await read(['uses'])).toEqual(expect.arrayContaining([{ uses: ['a'] }, { uses: ['a', 'c'] }]))
    const field = must(
      test.workspace.config.current.objects.get('room')?.definition.fields.find(({ name }) => name === 'uses'),
    ) as Field
    expect(field.settings['options']).toMatchObject([{ id: 'a' }, { id: 'b', archived: true }, { id: 'c' }])
  })

  it('that are not there, or the same, are refused', async () => {
    await expect(startMerge(admin(), 'room', 'uses', { from: ['x'], to: 'a' })).rejects.toMatchObject({
      code: 'invalid-values',
    })
    await expect(startMerge(admin(), 'room', 'uses', { from: ['a'], to: 'a' })).rejects.toMatchObject({
      code: 'invalid-values',
    })
  })
})

describe('limits', () => {
  it('of columns are named in time, dropped ones counted', async () => {
    const { table } = must(test.workspace.config.current.objects.get('select'))
    const used = Number(
      (
        await test.workspace.db.query<{ used: number }>(
          `SELECT relnatts::int AS used FROM pg_class WHERE oid = 'w.${table}'::regclass`,
        )
      )[0]?.used,
    )
    const columns = Array.from({ length: 1_590 - used }, (_, index) => `c${index} text`)
    await test.workspace.db.query(`ALTER TABLE w.${table} ${columns.map((column) => `ADD COLUMN ${column}`).join(', ')}`)
    await test.workspace.db.query(
      `ALTER TABLE w.${table} ${columns.map((column) => `DROP COLUMN ${column.slice(0, -5)}`).join(', ')}`,
    )
    await expect(addField(admin(), 'select', { label: { 'zh-CN': '再一个' }, type: 'text' })).rejects.toMatchObject({
      code: 'limit-reached',
      details: { limit: '1590 列，删掉的也算，已经用了 1590 列' },
    })
  })
})
