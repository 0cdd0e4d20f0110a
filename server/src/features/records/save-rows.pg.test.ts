import { must } from '@jieli/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStored } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { asSeller, line, makeSale, makeSales, MOST_LINES, whole } from '../../testing/sub-table-world.ts'
import { addMinutes } from '../../runtime/clock.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { createRecord } from './create-record.ts'
import { findRecords } from './find-records.ts'
import { includeRows } from './include-rows.ts'
import { updateRecord } from './update-record.ts'
import type { RowsToSave } from './save-rows.ts'

let test: TestWorkspace
let second: OpenWorkspace
let part: string
let seller: Context

beforeAll(async () => {
  test = await openTestWorkspace()
  part = await makeSales(test)
  second = await openSecondProcess(test)
  seller = asSeller(test, 'lina', [whole])
}, 120_000)
afterAll(async () => {
  await second.close()
  await test.close()
})

const linesOf = async (id: string) => {
  const info = must(test.workspace.config.current.objects.get('sale'))
  const { records } = await findRecords(seller, {
    object: 'sale',
    where: { call: 'equals', args: [{ field: 'id' }, { value: id }] },
  })
  return (await includeRows(seller, info, records, ['lines'])).records[0]?.rows?.['lines'] ?? []
}
const productsOf = async (id: string) => (await linesOf(id)).map(({ values }) => values['product'])
const totalOf = async (id: string) => (await readStored(test, 'sale', id)).values['total']
const save = (id: string, lines: RowsToSave[string], context = seller, values: Record<string, unknown> = {}) =>
  updateRecord(context, { object: 'sale', id, values, rows: { lines } })

describe('a record and its rows', () => {
  it('come to be in one transaction, in the order given, with what follows from them', async () => {
    const id = await makeSale(test, seller, '甲单', [line('探头', 100, 2), line('耗材', 5.5, 10)])
    expect(await productsOf(id)).toEqual(['探头', '耗材'])
    expect((await readStored(test, 'sale', id)).values).toMatchObject({ lines: 2, total: 255 })
  })

  it('are both refused when one is wrong, by row and column and all at once', async () => {
    const before = (await findRecords(seller, { object: 'sale', count: 'exact' })).count
    const wrong = createRecord(seller, test.app.capture, {
      object: 'sale',
      values: { note: '没有名称' },
      rows: { lines: [line('探头', 1), { values: { price: '很贵' } }] },
      confirmTouch: false,
    })
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid-values',
      issues: expect.arrayContaining([
        expect.objectContaining({ path: 'name', code: 'required' }),
        expect.objectContaining({ path: 'rows.lines.1.price' }),
        expect.objectContaining({ path: 'rows.lines.1.product', code: 'required' }),
      ]),
    })
    expect((await findRecords(seller, { object: 'sale', count: 'exact' })).count).toEqual(before)
  })

  it('are changed together: rows added, changed, taken out and moved, the sum right', async () => {
    const id = await makeSale(test, seller, '乙单', [line('一', 1), line('二', 2), line('三', 3)])
    const [one, two, three] = await linesOf(id)
    await save(id, [
      { id: one?.id ?? '', rev: one?.rev, values: { position: 2.5 } },
      { id: two?.id ?? '', rev: two?.rev, values: { quantity: 10 } },
      { id: three?.id ?? '', rev: three?.rev, remove: true },
      line('四', 4),
    ] as RowsToSave[string])
    expect(await productsOf(id)).toEqual(['二', '一', '四'])
    expect(await totalOf(id)).toBe(25)
  })

  it('leave no half when the rows fail after the record was written', async () => {
    const id = await makeSale(test, seller, '丙单', [line('一', 1)])
    const many = Array.from({ length: MOST_LINES }, (_, index) => line(`多${index}`, 1))
    await expect(save(id, many, seller, { note: '不该留下' })).rejects.toMatchObject({
      code: 'too-many-rows',
      details: { limit: MOST_LINES },
    })
    expect((await readStored(test, 'sale', id)).values['note']).toBeNull()
    expect(await productsOf(id)).toEqual(['一'])
  })

  it('are written once for a key', async () => {
    const call = { key: 'add-one-line', fingerprint: 'f' }
    const id = await makeSale(test, seller, '键单', [])
    const add = () => updateRecord(seller, { object: 'sale', id, values: {}, rows: { lines: [line('一', 1)] }, call })
    const answers = [await add(), await add()]
    expect(answers.map(({ repeat }) => repeat)).toEqual([false, true])
    expect(await productsOf(id)).toEqual(['一'])
  })
})

describe('two who save one record', () => {
  it('in different cells both stay; in the same cell the later is told which row', async () => {
    const id = await makeSale(test, seller, '同时', [line('一', 1), line('二', 2)])
    const [one, two] = await linesOf(id)
    const change = (at: typeof one, values: Record<string, unknown>) =>
      save(id, [{ id: at?.id ?? '', rev: at?.rev ?? 0, values }])
    await change(two, { price: 20 })
    await change(two, { quantity: 2 })
    expect(await totalOf(id)).toBe(41)
    await expect(change(two, { price: 30 })).rejects.toMatchObject({
      code: 'rev-conflict',
      details: { row: 'rows.lines.0', fields: 'price' },
    })
    await save(id, [{ id: one?.id ?? '', remove: true }])
    await expect(save(id, [line('新', 1), { id: one?.id ?? '', values: { price: 9 } }])).rejects.toMatchObject({
      code: 'row-gone',
      issues: [{ path: 'rows.lines.1', code: 'row-gone' }],
    })
  })

  it('at two processes leave the sum of all rows, and never more rows than there may be', async () => {
    const id = await makeSale(test, seller, '两处', [])
    const elsewhere: Context = { ...seller, workspace: second.workspace }
    const answers = await Promise.allSettled(
      Array.from({ length: MOST_LINES + 4 }, (_, index) =>
        save(id, [line(`行${index}`, 1 + index)], index % 2 ? seller : elsewhere),
      ),
    )
    const refused = answers
      .filter((answer) => answer.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code)
    expect(refused).toEqual(Array(4).fill('too-many-rows'))
    const rows = await linesOf(id)
    expect(rows).toHaveLength(MOST_LINES)
    expect(await totalOf(id)).toBe(rows.reduce((sum, { values }) => sum + Number(values['price']), 0))
    expect(new Set(rows.map(({ values }) => values['position'])).size).toBe(MOST_LINES)
  })
})

describe('rows', () => {
  it('go with their record and come back with it; one taken out before stays out', async () => {
    const id = await makeSale(test, seller, '去留', [line('一', 1), line('二', 2), line('三', 3)])
    const [first] = await linesOf(id)
    await save(id, [{ id: first?.id ?? '', remove: true }])
    test.clock.set(addMinutes(test.clock.now(), 1))
    seller = asSeller(test, 'lina', [whole])
    await changeOne(seller, 'sale', { action: 'delete', id })
    expect(
      (await findRecords(seller, { object: part, where: { call: 'equals', args: [{ field: 'sale' }, { value: id }] } }))
        .records,
    ).toEqual([])
    test.clock.set(addMinutes(test.clock.now(), 1))
    seller = asSeller(test, 'lina', [whole])
    await changeOne(seller, 'sale', { action: 'restore', id })
    expect(await productsOf(id)).toEqual(['二', '三'])
    expect(await totalOf(id)).toBe(5)
  })

  it('stay in their record, whoever asks, and come to no other', async () => {
    const [a, b] = [await makeSale(test, seller, 'A', [line('一', 1)]), await makeSale(test, seller, 'B', [])]
    const [row] = await linesOf(a)
    const move = { action: 'update', id: row?.id ?? '', values: { sale: b } } as const
    await expect(changeOne(test.system(), part, move)).rejects.toMatchObject({ issues: [{ path: 'sale', code: 'part-stays' }] })
    await expect(changeOne(seller, part, move)).rejects.toMatchObject({ code: 'invalid-values' })
    await expect(save(b, [{ id: row?.id ?? '', values: { price: 2 } }])).rejects.toMatchObject({ code: 'row-gone' })
    await expect(
      changeOne(seller, part, {
        action: 'create',
        values: { product: '没有单子', sale: '01930000-0000-7000-8000-00000000000f' },
      }),
    ).rejects.toMatchObject({ issues: [{ path: 'sale', code: 'no-such-record' }] })
  })

  it('are asked as children are: any, all, none, counts and sums', async () => {
    const id = await makeSale(test, seller, '问', [line('贵', 900), line('便宜', 1)])
    const over = `${part}.sale`
    const isDear = { call: 'greaterThan', args: [{ field: 'price' }, { value: 500 }] }
    const found = async (where: object) =>
      (await findRecords(seller, { object: 'sale', where: where as never, select: ['name'] })).records.some(
        (one) => one.id === id,
      )
    expect(await found({ over, fn: 'any', where: isDear })).toBe(true)
    expect(await found({ over, fn: 'none', where: isDear })).toBe(false)
    expect(await found({ call: 'equals', args: [{ over, fn: 'sum', of: { field: 'price' } }, { value: 901 }] })).toBe(true)
    expect(await found({ call: 'equals', args: [{ field: 'lines' }, { value: 2 }] })).toBe(true)
  })
})

it('rows of many records come with one query a table', async () => {
  await Promise.all([1, 2, 3].map((n) => makeSale(test, seller, `批${n}`, [line(`甲${n}`, n), line(`乙${n}`, n)])))
  const where = { call: 'startsWith', args: [{ field: 'name' }, { value: '批' }] }
  const { records } = await findRecords(seller, { object: 'sale', where })
  let queries = 0
  const db = new Proxy(test.workspace.db, {
    get: (target, name, receiver) => {
      if (name === 'query' || name === 'transaction') queries++
      const member: unknown = Reflect.get(target, name, receiver)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  const counted: Context = { ...seller, workspace: { ...seller.workspace, db } }
  const full = await includeRows(counted, must(test.workspace.config.current.objects.get('sale')), records, ['lines'])
  expect(full.records.map((one) => one.rows?.['lines']?.length)).toEqual([2, 2, 2])
  // The rows, and the titles of the records that they point to.
  expect(queries).toBeLessThanOrEqual(2)
})
