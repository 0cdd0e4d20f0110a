import { must } from '@jieli/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { asSeller, line, makeSale, makeSales, whole } from '../../testing/sub-table-world.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { findRecords } from '../records/find-records.ts'
import { addField } from './add-field.ts'
import { dropExpired } from './drop-expired.ts'
import { KEEP_DAYS } from './recycle.ts'
import { removeField, removeObject, restoreRemoved } from './remove-field.ts'

let test: TestWorkspace
let part: string

beforeAll(async () => {
  test = await openTestWorkspace()
  part = await makeSales(test)
  await makeSale(test, asSeller(test, 'lina', [whole]), '甲单', [line('探头', 100, 2), line('耗材', 5, 10)])
}, 120_000)
afterAll(() => test.close())

const admin = () => test.contextOf('admin')
const objectOf = (name: string) => test.workspace.config.current.objects.get(name)
const seller = () => asSeller(test, 'lina', [whole])
const products = async () =>
  (
    await findRecords(seller(), { object: part, select: ['product'], sort: [{ field: 'position', direction: 'asc' }] })
  ).records.map(({ values }) => values['product'])
const hasTable = async (table: string): Promise<boolean> =>
  (await test.workspace.db.query(`SELECT 1 WHERE to_regclass('w.${table}') IS NOT NULL`)).length === 1
const afterKeeping = () => test.clock.set(addMinutes(test.clock.now(), KEEP_DAYS * 24 * 60 + 1))

it('rows that a sum is reckoned over hold their field, and the field holds the object of the rows', async () => {
  const held = { code: 'invalid-values', issues: [expect.objectContaining({ code: 'field-decides' })] }
  await expect(removeField(admin(), 'sale', 'lines')).rejects.toMatchObject(held)
  await removeField(admin(), 'sale', 'total')
  await expect(removeObject(admin(), part)).rejects.toMatchObject(held)
})

it('a field brought back within its days brings back its rows', async () => {
  const { recycledId } = await removeField(admin(), 'sale', 'lines')
  await expect(products()).rejects.toMatchObject({ code: 'unknown-object' })
  expect(await dropExpired(test.system())).toBe(0)
  await restoreRemoved(admin(), recycledId)
  expect(await products()).toEqual(['探头', '耗材'])
})

it('rows that another field stands for by then outlive the first', async () => {
  const { settings } = must(objectOf('sale')?.definition.fields.find(({ name }) => name === 'lines'))
  await removeField(admin(), 'sale', 'lines')
  await addField(admin(), 'sale', {
    name: 'items',
    label: { 'zh-CN': '货品' },
    type: 'sub-table',
    settings,
  })
  afterKeeping()
  expect(await dropExpired(test.system())).toBeGreaterThan(0)
  expect(await products()).toEqual(['探头', '耗材'])
})

it('after 30 days the rows go with the field, their object and table dropped', async () => {
  const { table } = must(objectOf(part))
  await removeField(admin(), 'sale', 'items')
  expect(await hasTable(table)).toBe(true)
  afterKeeping()
  expect(await dropExpired(test.system())).toBe(1)
  expect(objectOf(part)).toBeUndefined()
  expect(await hasTable(table)).toBe(false)
})
