import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atLeast } from '../at-least.ts'
import { atMost } from '../at-most.ts'
import { equals } from '../equals.ts'
import { greaterThan } from '../greater-than.ts'
import { lessThan } from '../less-than.ts'
import { notEquals } from '../not-equals.ts'
import { anyCents, anyDate, ask } from '../../kit/testing/ask.ts'

const pair = fc.oneof(fc.tuple(anyCents, anyCents), fc.tuple(anyDate, anyDate))

test('of two values that are there, exactly one of less, equal and greater holds', () => {
  fc.assert(
    fc.property(pair, ([left, right]) => {
      expect([lessThan, equals, greaterThan].filter((fn) => ask(fn)(left, right) === true)).toHaveLength(1)
      expect(ask(atLeast)(left, right)).toBe(!ask(lessThan)(left, right))
      expect(ask(atMost)(left, right)).toBe(!ask(greaterThan)(left, right))
      expect(ask(notEquals)(left, right)).toBe(!ask(equals)(left, right))
    }),
  )
})

test('with a value that is not there nothing holds, not even “is not”', () => {
  for (const fn of [lessThan, equals, greaterThan, atLeast, atMost, notEquals]) {
    expect(ask(fn)(null, 1)).toBe(false)
    expect(ask(fn)(1, null)).toBe(false)
    expect(ask(fn)(null, null)).toBe(false)
  }
})

test('only being the same may be asked of a covered value: order would give it away digit by digit', () => {
  expect([equals, notEquals].map((fn) => fn.mayAskCovered)).toEqual([true, true])
  expect([lessThan, greaterThan, atLeast, atMost].some((fn) => fn.mayAskCovered)).toBe(false)
})
