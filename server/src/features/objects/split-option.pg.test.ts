import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must, type Expression, type Field } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addMs } from '../long-jobs/outside-work.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { addField } from './add-field.ts'
import { addObject } from './create-object.ts'
import { dropExpired } from './drop-expired.ts'
import { findRemoved, restoreRemoved } from './remove-field.ts'
import { previewSplit, startSplit } from './split-option.ts'

let test: TestWorkspace
const admin = (): Context => test.contextOf('admin')
const option = (id: string, label: string) => ({ id, label: { 'zh-CN': label } })
const above = (size: number): Expression => ({ call: 'greaterThan', args: [{ field: 'size' }, { value: size }] })

beforeEach(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '教室' }, name: 'room' })
  await addField(admin(), 'room', { name: 'size', label: { 'zh-CN': '座位' }, type: 'number' })
  for (const [name, type] of [
    ['kind', 'select'],
    ['uses', 'multi-select'],
  ] as const)
    await addField(admin(), 'room', {
      name,
      label: { 'zh-CN': name },
      type,
      settings: { options: [option('a', '上课'), option('b', '开会')] },
    })
  for (const size of [5, 15, 25, 35])
    await changeOne(admin(), 'room', { action: 'create', values: { name: `间${size}`, size, kind: 'a', uses: ['b', 'a'] } })
  await changeOne(admin(), 'room', { action: 'create', values: { name: '间40', size: 40, kind: 'b' } })
  await runDueJobs(test.workspace)
})
afterEach(() => test.close())

const into = [
  { label: '大课', where: above(30) },
  { label: '小课', where: above(10) },
]
const fieldNow = (name: string): Field =>
  must(test.workspace.config.current.objects.get('room')?.definition.fields.find((field) => field.name === name))
const labelsOf = async (name: string): Promise<unknown[]> => {
  const options = fieldNow(name).settings['options'] as { id: string; label: { 'zh-CN': string } }[]
  const labelOf = (id: unknown): unknown => options.find((one) => one.id === id)?.label['zh-CN']
  const page = await findRecords(admin(), { object: 'room', select: [name], sort: [{ field: 'size', direction: 'asc' }] })
  return page.records.map(({ values }) => {
    const value = values[name]
    return Array.isArray(value) ? value.map(labelOf) : labelOf(value)
  })
}

describe('an option that is split', () => {
  it('is counted first: the first condition that is met decides, and the rest stays', async () => {
    expect(await previewSplit(admin(), 'room', 'kind', { from: 'a', into })).toMatchObject({
      total: 4,
      into: [
        { label: '大课', count: 1 },
        { label: '小课', count: 2 },
      ],
      rest: 1,
    })
  })

  it('gives records the new ones, alone or among others, offers them beside it, and is undone for 30 days', async () => {
    await startSplit(admin(), 'room', 'kind', { from: 'a', into })
    await startSplit(admin(), 'room', 'uses', { from: 'a', into })
    await runDueJobs(test.workspace)
    expect(await labelsOf('kind')).toEqual(['上课', '小课', '小课', '大课', '开会'])
    expect((await labelsOf('uses')).slice(0, 4)).toEqual([
      ['上课', '开会'],
      ['小课', '开会'],
      ['小课', '开会'],
      ['大课', '开会'],
    ])
    expect(
      (fieldNow('kind').settings['options'] as { label: { 'zh-CN': string } }[]).map(({ label }) => label['zh-CN']),
    ).toEqual(['上课', '大课', '小课', '开会'])
    const entry = must((await findRemoved(admin())).find(({ definition }) => (definition as Field).name === 'kind'))
    expect(entry.why).toBe('split')
    await restoreRemoved(admin(), entry.id)
    await runDueJobs(test.workspace)
    expect(await labelsOf('kind')).toEqual(['上课', '上课', '上课', '上课', '开会'])
  })

  it('keeps its column when the 30 days are over', async () => {
    await startSplit(admin(), 'room', 'kind', { from: 'a', into })
    await runDueJobs(test.workspace)
    test.clock.set(addMs(test.clock.now(), 31 * 86_400_000))
    expect(await dropExpired(test.system())).toBe(1)
    expect(await labelsOf('kind')).toEqual(['上课', '小课', '小课', '大课', '开会'])
    expect(await findRemoved(admin())).toEqual([])
  })

  it('is refused with a name that is there, an option that is not, and more options than fit', async () => {
    const split = (from: string, labels: string[]) =>
      startSplit(admin(), 'room', 'kind', { from, into: labels.map((label) => ({ label, where: above(1) })) })
    await expect(split('a', ['开 会'])).rejects.toMatchObject({ issues: [{ path: 'into.0.label', code: 'name-taken' }] })
    await expect(split('a', ['甲', '甲'])).rejects.toMatchObject({ issues: [{ path: 'into.1.label' }] })
    await expect(split('x', ['甲'])).rejects.toMatchObject({ issues: [{ code: 'unknown-option' }] })
    const many = Array.from({ length: 499 }, (_, n) => `选${n}`)
    await expect(split('a', many)).rejects.toMatchObject({ issues: [{ code: 'too-many-items', params: { max: 500 } }] })
    await expect(
      startSplit(admin(), 'room', 'kind', { from: 'a', into: [{ label: '甲', where: { field: 'nothing' } }] }),
    ).rejects.toMatchObject({ code: 'unknown-field' })
  })
})
