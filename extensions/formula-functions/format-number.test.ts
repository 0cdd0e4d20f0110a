import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from './format-number.ts'
import { textOf } from './text-of.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const shown = ask(formatNumber)

test('adds commas to the text of the number and changes nothing else', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(String(shown(cents / 100, 2)).replaceAll(',', '')).toBe(ask(textOf)(cents / 100, 2))
      expect(shown(cents / 100, 2)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d$/)
    }),
  )
})

test('shows no minus before a zero it rounded to', () => {
  expect(shown(-0.4)).toBe('0')
  expect(shown(-999.6)).toBe('-1,000')
})
