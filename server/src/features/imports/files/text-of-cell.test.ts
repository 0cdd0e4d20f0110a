import { expect, it } from 'vitest'
import { textOfCell } from './text-of-cell.ts'

it('writes numbers as the sheet shows them', () => {
  expect(textOfCell(13800138000)).toBe('13800138000')
  expect(textOfCell(1.5e10)).toBe('15000000000')
  expect(textOfCell(0.1 + 0.2)).toBe('0.3')
  expect(textOfCell(-0.5)).toBe('-0.5')
})

it('writes days without a time and times without a zone', () => {
  expect(textOfCell(new Date('2026-03-08T00:00:00Z'))).toBe('2026-03-08')
  expect(textOfCell(new Date('2026-03-08T14:30:00Z'))).toBe('2026-03-08 14:30')
  expect(textOfCell(new Date(Number.NaN))).toBe('')
})

it('writes nothing for nothing, and words for yes and no', () => {
  expect([undefined, null, '', true, false].map(textOfCell)).toEqual(['', '', '', '是', '否'])
})
