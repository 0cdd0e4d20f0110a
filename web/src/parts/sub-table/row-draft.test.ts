import { expect, it } from 'vitest'
import { fieldMeta } from '../../data/meta.fixture.ts'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import {
  cellsOf,
  draftsOf,
  holdsCover,
  newRowsToSave,
  pasteCells,
  rowsToSave,
  sumOf,
  typedOver,
  valueOfText,
  withCell,
  type RowDraft,
} from './row-draft.ts'

const field = (name: string, type: string, more: Partial<FieldMeta> = {}): FieldMeta => fieldMeta(name, { type, ...more })
const [product, price] = [field('product', 'text'), field('price', 'money')]
const stored = [1, 2, 3].map((n) => ({ id: `r${n}`, rev: n, values: { product: `货${n}`, price: n, position: n } }))
const save = (rows: RowDraft[]) => rowsToSave(stored, rows, 'position').map(({ row }) => row)

it('saves nothing where nothing changed, and only the cells that did', () => {
  const rows = draftsOf(stored)
  expect(save(rows)).toEqual([])
  const changed = rows.map((row, index) => (index === 1 ? { ...row, values: { ...row.values, price: 9 } } : row))
  expect(save(changed)).toEqual([{ id: 'r2', rev: 2, values: { price: 9 } }])
})

it('takes out what is gone, adds what is new, and leaves out a row in which nothing was typed', () => {
  const rows = [
    ...draftsOf(stored).slice(1),
    { key: 'n1', values: { product: '新' } },
    { key: 'n2', values: { product: null } },
  ]
  expect(save(rows)).toEqual([{ id: 'r1', rev: 1, remove: true }, { values: { product: '新' } }])
})

it('says nothing of rows where none was typed, so a record without them is made as ever', () => {
  expect(newRowsToSave({})).toBeUndefined()
  expect(newRowsToSave({ lines: [{ key: 'n1', values: { product: null } }], notes: [] })).toBeUndefined()
  expect(newRowsToSave({ lines: [{ key: 'n1', values: { product: '新' } }], notes: [] })).toEqual({
    lines: [{ values: { product: '新' } }],
  })
})

it('knows a cell that holds only the cover, and typing the very value back changes nothing', () => {
  const phone = field('phone', 'phone', { covered: true })
  const [row] = draftsOf([{ id: 'r', rev: 1, values: { phone: '138****5678' } }]) as [RowDraft]
  const typed = (value: string): RowDraft => ({
    ...row,
    values: { phone: typedOver(phone, row, value, '+8613812345678') },
  })
  expect(holdsCover(phone, row)).toBe(true)
  expect(holdsCover(phone, { key: 'n', values: {} })).toBe(false)
  expect(holdsCover(field('phone', 'phone'), row)).toBe(false)
  expect(holdsCover(phone, typed('13900001111'))).toBe(false)
  expect(typed('+8613812345678').values).toEqual(row.values)
  expect(typedOver(phone, row, '139', undefined)).toBe('139')
})

it('numbers rows anew where they were moved, new ones between them too', () => {
  const [one, two, three] = draftsOf(stored) as [RowDraft, RowDraft, RowDraft]
  expect(save([two, one, three])).toEqual([
    { id: 'r2', rev: 2, values: { position: 1 } },
    { id: 'r1', rev: 1, values: { position: 2 } },
  ])
  expect(save([one, { key: 'n', values: { product: '插' } }, two, three])).toEqual([
    { values: { product: '插', position: 2 } },
    { id: 'r2', rev: 2, values: { position: 3 } },
    { id: 'r3', rev: 3, values: { position: 4 } },
  ])
})

it('reads what spreadsheets copy: tabs, lines, quotes with line breaks in them', () => {
  expect(cellsOf('探头\t1,200\r\n"带\n换行 ""引号"""\t5\r\n')).toEqual([
    ['探头', '1,200'],
    ['带\n换行 "引号"', '5'],
  ])
  expect(cellsOf('5" 屏')).toEqual([['5" 屏']])
})

it('lays cells over rows from where one stands, as the columns keep them, as far as there is room', () => {
  let made = 0
  const paste = (max: number) =>
    pasteCells(
      draftsOf(stored),
      { row: 2, column: 0 },
      {
        cells: [
          ['甲', '¥1,200.50', '多出来的列'],
          ['乙', '不是钱'],
        ],
        columns: [product, price],
        max,
        newKey: () => `n${++made}`,
      },
    )
  expect(
    paste(10)
      .rows.slice(2)
      .map(({ values }) => [values['product'], values['price']]),
  ).toEqual([
    ['甲', 1200.5],
    ['乙', '不是钱'],
  ])
  expect(paste(3)).toMatchObject({ isWhole: false, rows: { length: 3 } })
  expect(valueOfText(product, '  ')).toBeNull()
})

it('sums figures to the cent, and says nothing of what the server has yet to work out', () => {
  const rows: RowDraft[] = [
    { key: 'a', values: { price: 0.1 } },
    { key: 'b', values: { price: 0.2 } },
  ]
  expect(sumOf(price, rows)).toBe(0.3)
  expect(sumOf(product, rows)).toBeUndefined()
  expect(sumOf(field('subtotal', 'money', { how: { 'zh-CN': '单价 × 数量' } }), rows)).toBeUndefined()
  expect(sumOf(field('price', 'money', { how: { 'zh-CN': '算' } }), draftsOf(stored))).toBe(6)
})

it('writes one cell, and leaves the rows beside it as they were', () => {
  const rows = draftsOf(stored)
  const written = withCell(rows, { key: 'r2', column: 'price' }, 7)
  expect(written[1]?.values).toEqual({ product: '货2', price: 7, position: 2 })
  expect([written[0], written[2]]).toEqual([rows[0], rows[2]])
  expect(withCell(rows, { key: 'gone', column: 'price' }, 7)).toEqual(rows)
})
