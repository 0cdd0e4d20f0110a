import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trim } from './trim.ts'
import { ask } from '../kit/testing/ask.ts'

const trimmed = ask(trim)
const blanks = fc.string({ unit: fc.constantFrom(' ', '\u3000', '\t', '\n', '\r'), maxLength: 4 })

test('takes blanks of every kind from both ends and none from within', () => {
  fc.assert(
    fc.property(blanks, blanks, blanks, (before, within, after) => {
      expect(trimmed(`${before}张${within}三${after}`)).toBe(`张${within}三`)
    }),
  )
})

test('of nothing but blanks is absent', () => {
  expect(trimmed('\u3000\t')).toBeNull()
})
