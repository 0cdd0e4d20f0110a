import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ifThen } from './if-then.ts'
import { ifs } from './ifs.ts'
import { ask } from '../kit/testing/ask.ts'

const truth = fc.constantFrom(true, false, null)

test('is the same as one “if” inside another', () => {
  fc.assert(
    fc.property(truth, truth, (first, second) => {
      expect(ask(ifs)(first, 'a', second, 'b')).toBe(ask(ifThen)(first, 'a', ask(ifThen)(second, 'b')))
    }),
  )
})

test('a result is never taken for a condition', () => {
  expect(ask(ifs)(false, true, false, 'x')).toBeNull()
})
