import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat } from './concat.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const joined = ask(concat)

test('keeps every part whole, in order, and takes the absent for nothing', () => {
  fc.assert(
    fc.property(anyText, anyText, (first, second) => {
      expect(joined(first, null, second)).toBe(first + second)
    }),
  )
})

test('of nothing is absent, so that “is empty” holds for it', () => {
  expect(joined(null, '', null)).toBeNull()
})
