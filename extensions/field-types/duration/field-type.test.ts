import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { duration } from './field-type.ts'

const read = reader(duration)

test.each([
  ['90', 90],
  ['1:30', 90],
  ['1.5 小时', 90],
  ['1小时30分', 90],
  ['1 h 30 min', 90],
  ['１：３０', 90],
  ['1 天', 1_440],
  ['0', 0],
])('%s is %d minutes', (written, minutes) => {
  expect(read(written)).toBe(minutes)
})

test('whatever is shown in either language is read back', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom('zh-CN' as const, 'en' as const), (minutes, locale) => {
      expect(read(duration.format(minutes, {}, locale))).toBe(minutes)
    }),
  )
})

test('parts of a minute, minutes above 59 on a clock and nineteen years are refused', () => {
  expect(read('0.3 分')).toBe('not-a-duration')
  expect(read('1:60')).toBe('not-a-duration')
  expect(read('10000001')).toBe('too-large')
})
