import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, field, literal } from '@jieli/core'
import { addComputed, asOwner, computeDeals, make, makeDeals, valuesOf } from '../../testing/computed-world.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { systemContext } from '../workspace/contexts.ts'
import { applyChange, changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import type { Operation } from '../records/change.ts'

let test: TestWorkspace
const change = (object: string, operation: Operation) => changeOne(asOwner(test.contextOf('admin')), object, operation)
const makeOne = (object: string, values: Record<string, unknown>) => make(asOwner(test.contextOf('admin')), object, values)

/** How many connections wait for one another. */
const waiting = async (): Promise<number> =>
  (
    await test.workspace.db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  ).length

beforeAll(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
  await computeDeals(test)
}, 120_000)
afterAll(() => test.close())

describe('a formula over the same record', () => {
  it('is written with the record and changes with what it reads', async () => {
    const id = await makeOne('line', { name: '课', price: 19.99, count: 3 })
    expect(await valuesOf(test, 'line', id)).toMatchObject({ total: 59.97 })
    await change('line', { action: 'update', id, values: { count: 4 } })
    expect(await valuesOf(test, 'line', id)).toMatchObject({ total: 79.96 })
    await change('line', { action: 'update', id, values: { price: null } })
    expect(await valuesOf(test, 'line', id)).toMatchObject({ total: null })
  })

  it('is told by the event of the write, and cannot be written', async () => {
    const id = await makeOne('line', { price: 2, count: 2 })
    const [event] = await test.workspace.db.query<{ changes: Record<string, unknown> }>(
      'SELECT changes FROM w.event WHERE record_id = $1',
      [id],
    )
    expect(event?.changes).toMatchObject({ total: { before: null, after: 4 } })
    await expect(change('line', { action: 'update', id, values: { total: 5 } })).rejects.toMatchObject({
      code: 'invalid-values',
    })
  })
})

describe('a sum over children', () => {
  it('follows children that come, change, move, go and come back, and what stands on it follows too', async () => {
    const [a, b] = [await makeOne('deal', { name: '甲', discount: 10 }), await makeOne('deal', { name: '乙' })]
    expect(await valuesOf(test, 'deal', a)).toMatchObject({ sum: 0, large: 0, net: 0 })
    const line = await makeOne('line', { deal: a, price: 100, count: 1 })
    const other = await makeOne('line', { deal: a, price: 50, count: 4 })
    expect(await valuesOf(test, 'deal', a)).toMatchObject({ sum: 300, large: 1, net: 270 })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealName: '甲', share: 37.04 })
    await change('line', { action: 'update', id: other, values: { deal: b } })
    expect(await valuesOf(test, 'deal', a)).toMatchObject({ sum: 100, large: 0, net: 90 })
    expect(await valuesOf(test, 'deal', b)).toMatchObject({ sum: 200, large: 1, net: 200 })
    expect(await valuesOf(test, 'line', other)).toMatchObject({ dealName: '乙', share: 100 })
    await change('line', { action: 'delete', id: other })
    expect(await valuesOf(test, 'deal', b)).toMatchObject({ sum: 0, large: 0 })
    await change('line', { action: 'restore', id: other })
    expect(await valuesOf(test, 'deal', b)).toMatchObject({ sum: 200, large: 1, net: 200 })
  })

  it('is told in the log as the system’s, with its cause, and the record’s revision stays', async () => {
    const deal = await makeOne('deal', { name: '丙' })
    const line = await makeOne('line', { deal, price: 5, count: 1 })
    const [event] = await test.workspace.db.query(
      `SELECT e.actor_kind, e.depth, e.changes, c.record_id AS cause, r.rev FROM w.event e JOIN w.event c ON c.id = e.cause_id
       JOIN w.${test.workspace.config.current.objects.get('deal')?.table} r ON r.id = e.record_id
       WHERE e.record_id = $1 AND e.kind = 'record.computed' AND e.changes ? 'sum'`,
      [deal],
    )
    expect(event).toMatchObject({
      actor_kind: 'system',
      depth: 1,
      cause: line,
      rev: 1,
      changes: { sum: { before: 0, after: 5 } },
    })
  })

  it('is right when two connections write children of one parent at the same time', async () => {
    const second = await openSecondProcess(test)
    const deal = await makeOne('deal', { name: '抢', discount: 50 })
    const writers = [asOwner(test.contextOf('admin')), systemContext(second.workspace)]
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const context = writers[index % 2] ?? test.system()
        return make(context, 'line', { deal, price: 10, count: index + 1 })
      }),
    )
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ sum: 8200, net: 4100 })
    await second.close()
  })

  it('is right when a child comes to a parent that somebody is just bringing back from the bin', async () => {
    const owner = asOwner(test.contextOf('admin'))
    const deal = await makeOne('deal', { name: '回来' })
    await makeOne('line', { deal, price: 10, count: 1 })
    const line = await makeOne('line', { price: 5, count: 1 })
    await change('deal', { action: 'delete', id: deal })
    let moved: Promise<unknown> = Promise.resolve()
    await test.workspace.db.transaction(async (tx) => {
      await applyChange(owner, tx, { object: 'deal', operations: [{ action: 'restore', id: deal }] })
      moved = change('line', { action: 'update', id: line, values: { deal } })
      await expect.poll(waiting).toBe(1)
    })
    await moved
    expect(await valuesOf(test, 'deal', deal)).toMatchObject({ sum: 15 })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealName: '回来' })
  })
})

describe('a lookup', () => {
  it('changes with the record it comes from, and is empty while that one is in the bin', async () => {
    const deal = await makeOne('deal', { name: '旧名' })
    const line = await makeOne('line', { deal, price: 1, count: 1 })
    await change('deal', { action: 'update', id: deal, values: { name: '新名' } })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealName: '新名' })
    await change('deal', { action: 'delete', id: deal })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealName: null })
    await change('deal', { action: 'restore', id: deal })
    expect(await valuesOf(test, 'line', line)).toMatchObject({ dealName: '新名' })
  })

  it('is filtered, sorted and shown like the field it comes from', async () => {
    const deal = await makeOne('deal', { name: '独一份' })
    await makeOne('line', { deal, price: 1, count: 1 })
    const page = await findRecords(asOwner(test.contextOf('admin')), {
      object: 'line',
      select: ['dealName', 'total'],
      where: call('equals', field('dealName'), literal('独一份')),
      sort: [{ field: 'dealName' }],
    })
    expect(page.records.map(({ values }) => values)).toEqual([{ dealName: '独一份', total: 1 }])
  })
})

describe('a definition', () => {
  it('that stands on itself is refused with the way round', async () => {
    await addComputed(test, 'deal', 'first', 'formula', { expression: call('add', field('sum'), literal(1)), result: 'number' })
    await expect(
      addComputed(test, 'line', 'round', 'formula', { expression: field('round'), result: 'number' }),
    ).rejects.toMatchObject({
      code: 'invalid-values',
      issues: [{ code: 'formula-cycle', params: { way: '明细.round → 明细.round' } }],
    })
  })

  it('that reads what is not there, or is not of its type, is refused', async () => {
    await expect(
      addComputed(test, 'line', 'wrong', 'formula', { expression: field('nothing'), result: 'text' }),
    ).rejects.toMatchObject({ issues: [{ code: 'unknown-field' }] })
    await expect(
      addComputed(test, 'line', 'wrong', 'formula', { expression: field('price'), result: 'text' }),
    ).rejects.toMatchObject({ issues: [{ code: 'type-mismatch' }] })
  })

  it('that comes later is worked out for the records that are there', async () => {
    const id = await makeOne('line', { price: 7, count: 6 })
    await addComputed(test, 'line', 'half', 'formula', {
      expression: call('divide', field('total'), literal(2)),
      result: 'money',
    })
    expect(await valuesOf(test, 'line', id)).toMatchObject({ half: 21 })
  })
})

describe('a formula that moves with time', () => {
  it('is reckoned at the moment of reading, and filtered and sorted by', async () => {
    await addComputed(test, 'deal', 'age', 'formula', {
      expression: call('daysBetween', call('dateOf', field('createdAt')), call('today')),
      result: 'number',
      scale: 0,
    })
    const id = await makeOne('deal', { name: '老单' })
    test.clock.set('2026-11-19T04:00:00.000Z')
    const page = await findRecords(asOwner(test.contextOf('admin')), {
      object: 'deal',
      select: ['name', 'age'],
      where: call('atLeast', field('age'), literal(3)),
      sort: [{ field: 'age', direction: 'desc' }],
    })
    expect(page.records.find((record) => record.id === id)?.values).toEqual({ name: '老单', age: 3 })
    expect((await valuesOf(test, 'deal', id))['age']).toBeNull()
  })
})
