import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPart } from './split-part.ts'
import { ask } from '../kit/testing/ask.ts'

const part = ask(splitPart)
const piece = fc.string({ unit: fc.constantFrom('a', '中', '😀', '.'), minLength: 1, maxLength: 4 })

test('gives each piece of a joined text back by its number', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
      const whole = pieces.join('--')
      expect(pieces.map((_, index) => part(whole, '--', index + 1))).toEqual(pieces)
      expect(part(whole, '--', pieces.length + 1)).toBeNull()
    }),
  )
})

test('the separator is no pattern', () => {
  expect(part('a.b', '.', 1)).toBe('a')
  expect(part('a.b', '', 1)).toBeNull()
  expect(part('a.b', '.', 0)).toBeNull()
})
