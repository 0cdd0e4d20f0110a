import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeCell } from '../../exports/csv-line.ts'
import { repairText } from './repair-text.ts'

test('a number that a program wrote with an exponent is whole again', () => {
  expect(repairText('1.3800138E10')).toBe('13800138000')
  expect(repairText('1.3800138001E10')).toBe('13800138001')
  expect(repairText('1.3800138001E+10')).toBe('13800138001')
})

test('digits that a spreadsheet cut off are not made up', () => {
  expect(repairText('1.38E+10')).toBe('1.38E+10')
})

test('a number that fits its exponent exactly is not read as cut', () => {
  expect(repairText('="13800138000"')).toBe('13800138000')
  expect(repairText('3.14')).toBe('3.14')
  expect(repairText('E10 班')).toBe('E10 班')
})

test('what an export guards, an import takes back: every text survives the way out and in', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', '=', '+', '-', '@', '\t', '＝'),
      (text, start) => {
        fc.pre(!/^(?:'[=+\-@\t\r＝＋－＠]|="|\d(?:\.\d+)?[eE])/.test((start + text).trim()))
        expect(repairText(safeCell(start + text)).replace(/^\t(?=\d{11,}$)/, '')).toBe(start + text)
      },
    ),
  )
})

test('no text leaves an export as a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(safeCell(text)).toSatisfy(
        (cell: string) =>
          !/^[=+@\r＝＋－＠]/.test(cell) &&
          (!cell.startsWith('-') || /^-\d+(\.\d+)?$/.test(cell)) &&
          (!cell.startsWith('\t') || /^\t\d+$/.test(cell)),
      )
    }),
  )
})
