import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine, safeCell } from './csv-line.ts'

it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x'])('never lets %j run', (text) => {
  expect(safeCell(text)).toBe(`'${text}`)
})

it('leaves numbers and words alone, and keeps long digits text', () => {
  for (const text of ['', '王芳', '-12.50', '12', 'a=b']) expect(safeCell(text)).toBe(text)
  expect(safeCell('13800138000')).toBe('\t13800138000')
})

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '-', '@', '＝', '\t', '\r', '\n', '"', ',', ';', '1', '0', '.', '字') }),
)

it('is read back by any reader of CSV as the cells it was given', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const rows = parse(csvLine(cells), { relax_column_count: true, record_delimiter: '\r\n', bom: false })
      expect(rows).toEqual([cells.map(safeCell)])
    }),
  )
})
