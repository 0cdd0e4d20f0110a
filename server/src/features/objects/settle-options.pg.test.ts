import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { call, field, literal } from '@jieli/core'
import { addComputed, asOwner, make, makeDeals, valuesOf } from '../../testing/computed-world.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { changeOne } from '../records/apply-change.ts'
import { addField } from './add-field.ts'
import { startMerge } from './merge-options.ts'
import { startSplit } from './split-option.ts'

let test: TestWorkspace
let deal: string
let lines: string[]
const option = (id: string) => ({ id, label: { 'zh-CN': id } })
const owner = () => asOwner(test.contextOf('admin'))

beforeEach(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
  const settings = { options: [option('a'), option('b')] }
  await addField(test.contextOf('admin'), 'line', { name: 'kind', label: { 'zh-CN': '种类' }, type: 'select', settings })
  for (const id of ['a', 'b'])
    await addComputed(test, 'deal', `of${id.toUpperCase()}`, 'rollup', {
      over: 'line.deal',
      fn: 'count',
      where: call('equals', field('kind'), literal(id)),
    })
  deal = await make(owner(), 'deal', { name: '甲' })
  lines = []
  for (const count of [1, 2, 3]) lines.push(await make(owner(), 'line', { deal, count, kind: 'a' }))
  await runDueJobs(test.workspace)
})
afterEach(() => test.close())

describe('what a parent counts by an option', () => {
  it('follows when the option is merged into another', async () => {
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ ofA: 3, ofB: 0 })
    await startMerge(owner(), 'line', 'kind', { from: ['a'], to: 'b' })
    await runDueJobs(test.workspace)
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ ofA: 0, ofB: 3 })
  })

  it('follows when the option is split, and records in the bin are moved as well', async () => {
    const binned = lines[2] ?? ''
    await changeOne(owner(), 'line', { action: 'delete', id: binned })
    const where = call('greaterThan', field('count'), literal(1))
    await startSplit(owner(), 'line', 'kind', { from: 'a', into: [{ label: '多', where }] })
    await runDueJobs(test.workspace)
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ ofA: 1, ofB: 0 })
    await changeOne(owner(), 'line', { action: 'restore', id: binned })
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ ofA: 1 })
    expect((await valuesOf(test, 'line', binned))['kind']).not.toBe('a')
  })
})
