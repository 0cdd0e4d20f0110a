import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { percent } from './field-type.ts'

const read = reader(percent)

test('with and without its sign it is the same share, kept in hundredths', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (cents) => {
      const text = (cents / 100).toFixed(2)
      expect(read(`${text}%`)).toBe(cents / 100 + 0)
      expect(read(text)).toBe(read(`${text} ％`))
    }),
  )
})

test('half a percent is not a half', () => {
  expect(read('0.5')).toBe(0.5)
  expect(percent.format(0.5, percent.settings.parse({}), 'zh-CN')).toBe('0.5%')
})
