import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf } from './number-of.ts'
import { textOf } from './text-of.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const read = ask(numberOf)

test('reads every number that was written as text', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(read(ask(textOf)(cents / 100))).toBe(cents / 100)
    }),
  )
})

test.each(['1e5', '+5', '1,000', '１２', '0x10', '.5', '5.', '--1', 'NaN', 'Infinity', '1 2', '9'.repeat(31)])(
  '%s is left alone: what the database would read otherwise is no number here',
  (text) => {
    expect(read(text)).toBeNull()
  },
)
