import fc from 'fast-check'
import { expect, test } from 'vitest'
import { max } from '../max.ts'
import { min } from '../min.ts'
import { anyCents, anyDate, ask } from '../../kit/testing/ask.ts'

test('the greatest number is one of those given, and none is greater', () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyCents), { minLength: 1, maxLength: 6 }), (numbers) => {
      const known = numbers.filter((each) => each !== null)
      expect(ask(max)(...numbers)).toBe(known.length === 0 ? null : Math.max(...known) + 0)
      expect(ask(min)(...numbers)).toBe(known.length === 0 ? null : Math.min(...known) + 0)
    }),
  )
})

test('of dates the least is the earliest', () => {
  fc.assert(
    fc.property(fc.array(anyDate, { minLength: 1, maxLength: 6 }), (days) => {
      expect(ask(min)(...days)).toBe(days.toSorted()[0])
      expect(ask(max)(...days)).toBe(days.toSorted().at(-1))
    }),
  )
})

test('numbers are compared by worth, not by their signs', () => {
  expect(ask(max)(9, 10)).toBe(10)
})
