import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, field, literal } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { groupRecords } from '../records/group-records.ts'
import { addField } from './add-field.ts'
import { addObject } from './create-object.ts'

let test: TestWorkspace
beforeAll(async () => (test = await openTestWorkspace()), 120_000)
afterAll(() => test.close())

const admin = () => test.contextOf('admin')

describe.each([
  ['words of SQL', 'select', ['where', 'group', 'table', 'user', 'null', 'desc']],
  [
    'members that every JavaScript object has',
    'constructor',
    ['toString', 'valueOf', 'hasOwnProperty', 'constructor', 'isPrototypeOf'],
  ],
])('an object and fields called by %s', (_, object, names) => {
  it('are like any other', async () => {
    await addObject(admin(), { label: { 'zh-CN': object }, name: object })
    for (const name of names) await addField(admin(), object, { name, label: { 'zh-CN': name }, type: 'text', settings: {} })
    const [first = '', second = ''] = names
    const expression = call('concat', field(first), literal('!'))
    await addField(admin(), object, {
      name: 'made',
      label: { 'zh-CN': '拼' },
      type: 'formula',
      settings: { expression, result: 'text' },
    })
    await changeOne(admin(), object, { action: 'create', values: { name: '空' } })
    const full = await changeOne(admin(), object, {
      action: 'create',
      values: { name: '满', ...Object.fromEntries(names.map((name) => [name, `${name} 的值`])) },
    })
    await runDueJobs(test.workspace)
    const all = await findRecords(admin(), {
      object,
      select: ['name', ...names, 'made'],
      sort: [{ field: second, direction: 'desc' }],
    })
    expect(all.records.map(({ values }) => names.map((name) => values[name]))).toEqual([
      names.map((name) => `${name} 的值`),
      names.map(() => null),
    ])
    expect(all.records.map(({ values }) => values['made'])).toEqual([`${first} 的值!`, '!'])
    const where = call('and', ...names.map((name) => call('equals', field(name), literal(`${name} 的值`))))
    expect((await findRecords(admin(), { object, select: ['name'], where })).records.map(({ id }) => id)).toEqual([
      full.after.id,
    ])
    const groups = await groupRecords(admin(), {
      object,
      groupBy: [{ as: 'key', of: field(first) }],
      measures: [{ as: 'count', fn: 'count' }],
    })
    expect(groups).toHaveLength(2)
    await changeOne(admin(), object, { action: 'update', id: full.after.id, values: { [first]: null } })
    expect((await findRecords(admin(), { object, select: [first], where })).records).toEqual([])
  })
})
