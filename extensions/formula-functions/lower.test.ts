import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lower } from './lower.ts'
import { upper } from './upper.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('a second time changes nothing, and undoes upper case', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const small = ask(lower)(text)
      expect(ask(lower)(small)).toBe(small)
      expect(ask(lower)(ask(upper)(text))).toBe(small)
    }),
  )
})

test.each(['É', 'İ', 'Σ', 'Ａ', 'ẞ'])('leaves %s, whose small letter depends on the system', (letter) => {
  expect(ask(lower)(letter)).toBe(letter)
})
