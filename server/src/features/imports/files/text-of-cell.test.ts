import { expect, it } from 'vitest'
import { textOfCell, textOfPercent } from './text-of-cell.ts'

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

it('writes a percent cell as people see it, without the noise of a multiplication', () => {
  expect([0.07, 0.285, 1, -0.001, 0, 1 / 3, 0.123456].map(textOfPercent)).toEqual([
    '7%',
    '28.5%',
    '100%',
    '-0.1%',
    '0%',
    '33.3333333333333%',
    '12.3456%',
  ])
  expect(['面议', null, true, new Date('2026-03-08T00:00:00Z')].map(textOfPercent)).toEqual(['面议', '', '是', '2026-03-08'])
})
