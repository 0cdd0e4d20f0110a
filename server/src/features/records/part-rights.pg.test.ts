import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf, must, type ObjectRights } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { asSeller, line, makeSale, makeSales, whole, type SaleRights } from '../../testing/sub-table-world.ts'
import { shareRecord } from '../shares/share-record.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { findRecords } from './find-records.ts'
import { groupRecords } from './group-records.ts'
import { updateRecord } from './update-record.ts'

let test: TestWorkspace
let part: string
let mine: string
let theirs: string

beforeAll(async () => {
  test = await openTestWorkspace()
  part = await makeSales(test)
  mine = await makeSale(test, asSeller(test, 'lina', [whole]), '李娜的', [line('李娜的探头', 100)])
  theirs = await makeSale(test, asSeller(test, 'gaoyuan', [whole]), '高远的', [line('高远的探头', 7_000)])
}, 120_000)
afterAll(() => test.close())

const lina = (...rights: SaleRights[]): Context => asSeller(test, 'lina', rights)
const productsOf = async (context: Context, more: object = {}): Promise<unknown[]> =>
  (await findRecords(context, { object: part, sort: [{ field: 'product' }], ...more })).records.map(
    ({ values }) => values['product'],
  )
const rowOf = async (sale: string): Promise<string> => {
  const where = { call: 'equals', args: [{ field: 'sale' }, { value: sale }] }
  return must((await findRecords(test.system(), { object: part, where })).records[0]).id
}

describe('rows of a sub-table are seen with their record', () => {
  it('by everybody who sees the record and the field that stands for them, and by nobody else', async () => {
    expect(await productsOf(lina({ read: 'own', otherFields: 'read' }))).toEqual(['李娜的探头'])
    expect(await productsOf(lina({ read: 'all', otherFields: 'read' }))).toHaveLength(2)
    const refused = expect.objectContaining({ code: 'unknown-object' })
    for (const rights of [
      { read: 'none', otherFields: 'write' },
      { read: 'all', otherFields: 'none' },
      { read: 'all', otherFields: 'write', fields: { lines: 'none' } },
      { read: 'all', otherFields: 'write', fields: { lines: 'mask' } },
    ] as SaleRights[])
      await expect(productsOf(lina(rights))).rejects.toEqual(refused)
  })

  it('role by role: one that opens the record and one that opens the rows do not add up to both', async () => {
    const records: SaleRights = { read: 'all', fields: { name: 'read' } }
    const own: SaleRights = { read: 'own', otherFields: 'read' }
    expect(await productsOf(lina(records, own))).toEqual(['李娜的探头'])
  })

  it('not told of by counts, sums, groups, orders or questions over them', async () => {
    const context = lina({ read: 'own', otherFields: 'read' })
    const [row] = await groupRecords(context, {
      object: part,
      groupBy: [],
      measures: [
        { as: 'n', fn: 'count' },
        { as: 'most', fn: 'max', of: { field: 'price' } },
      ],
    })
    expect(row).toMatchObject({ n: 1, most: 100 })
    expect((await findRecords(context, { object: part, count: 'exact' })).count?.value).toBe(1)
    const isDear = {
      over: `${part}.sale`,
      fn: 'any',
      where: { call: 'greaterThan', args: [{ field: 'price' }, { value: 500 }] },
    }
    const closed = lina({ read: 'all', otherFields: 'read', fields: { lines: 'none' } })
    await expect(findRecords(closed, { object: 'sale', where: isDear as never })).rejects.toMatchObject({
      code: 'unknown-field',
    })
    await expect(findRecords(closed, { object: 'sale', select: ['lines'] })).rejects.toMatchObject({ code: 'unknown-field' })
    await expect(findRecords(closed, { object: 'sale', select: ['total'] })).rejects.toMatchObject({ code: 'unknown-field' })
  })

  it('and what is reckoned over them by whoever sees the record, for they see all that goes into it', async () => {
    const { records } = await findRecords(lina({ read: 'own', otherFields: 'read' }), { object: 'sale' })
    expect(records.map(({ values }) => [values['lines'], values['total']])).toEqual([[1, 100]])
  })

  it('a column that is sensitive stays closed until a role names it, and one that a role closes is closed', async () => {
    await updateRecord(asSeller(test, 'lina', [whole], { part, fields: { cost: 'write' } }), {
      object: 'sale',
      id: mine,
      values: {},
      rows: { lines: [{ id: await rowOf(mine), values: { cost: 60 } }] },
    })
    const rights: SaleRights[] = [{ read: 'own', update: 'own', otherFields: 'write' }]
    await expect(findRecords(asSeller(test, 'lina', rights), { object: part, select: ['cost'] })).rejects.toMatchObject({
      code: 'unknown-field',
    })
    const named = asSeller(test, 'lina', rights, { part, fields: { cost: 'read', price: 'none' } })
    expect((await findRecords(named, { object: part, select: ['cost'] })).records[0]?.values['cost']).toBe(60)
    await expect(findRecords(named, { object: part, select: ['price'] })).rejects.toMatchObject({ code: 'unknown-field' })
    // What is reckoned from a closed column would tell of it.
    await expect(findRecords(named, { object: 'sale', select: ['total'] })).rejects.toMatchObject({ code: 'unknown-field' })
  })

  it('a role that names the rows’ object itself opens nothing by it', async () => {
    const context = test.contextOf('lina')
    const rights: ObjectRights = { create: true, read: 'all', update: 'all', delete: 'all', fields: {}, otherFields: 'write' }
    const roles = [{ id: 'r', label: { 'zh-CN': '角色' }, abilities: [], objects: { [part]: rights } }]
    const access = accessOf({ userId: must(context.access.userId), departmentPath: null, roles })
    await expect(productsOf({ ...context, access })).rejects.toMatchObject({ code: 'unknown-object' })
  })

  it('a share of the record opens its rows, and one to edit lets them be changed', async () => {
    const context = lina({ read: 'own', update: 'own', otherFields: 'write' })
    const change = async (): Promise<unknown> =>
      changeOne(context, part, { action: 'update', id: await rowOf(theirs), values: { quantity: 2 } })
    await expect(change()).rejects.toMatchObject({ code: 'not-found' })
    const owner = asSeller(test, 'gaoyuan', [whole])
    await shareRecord(
      owner,
      { object: 'sale', id: theirs },
      { to: { user: must(context.access.userId) }, mayEdit: true, until: null },
    )
    expect(await productsOf(context)).toEqual(['李娜的探头', '高远的探头'])
    await change()
    expect(
      (await findRecords(owner, { object: 'sale', select: ['total'], sort: [{ field: 'name' }] })).records.map(
        ({ values }) => values['total'],
      ),
    ).toContain(14_000)
  })
})

describe('rows of a sub-table are written with their record', () => {
  const add = (context: Context, id: string): Promise<unknown> =>
    updateRecord(context, { object: 'sale', id, values: {}, rows: { lines: [line('新行', 1)] } })

  it('by whoever may change the record and the field that stands for them', async () => {
    const xlboss = (rights: SaleRights) => asSeller(test, 'xlboss', [rights])
    await expect(add(xlboss({ read: 'all', update: 'own', otherFields: 'write' }), theirs)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(add(xlboss({ read: 'all', update: 'all', otherFields: 'read' }), mine)).rejects.toMatchObject({
      code: expect.stringMatching(/forbidden|invalid-values|not-found/),
    })
    await add(xlboss({ read: 'all', update: 'all', otherFields: 'write' }), mine)
    expect(await productsOf(lina({ read: 'own', otherFields: 'read' }))).toContain('新行')
  })

  it('not through the door of their own object either', async () => {
    const context = asSeller(test, 'xlboss', [
      { read: 'all', update: 'own', delete: 'all', create: true, otherFields: 'write' },
    ])
    const values = { product: '偷加', sale: theirs }
    await expect(changeOne(context, part, { action: 'create', values })).rejects.toMatchObject({
      issues: [{ path: 'sale', code: 'no-such-record' }],
    })
    await expect(changeOne(context, part, { action: 'delete', id: await rowOf(theirs) })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('and a first row by whoever makes the record, though they may not change it afterwards', async () => {
    const desk = asSeller(test, 'desk', [{ create: true, read: 'own', otherFields: 'read', fields: { name: 'write' } }])
    const id = await makeSale(test, desk, '前台的', [line('首行', 1)])
    await expect(add(desk, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
