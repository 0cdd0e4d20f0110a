import fc from 'fast-check'
import { expect, test } from 'vitest'
import { padLeft } from './pad-left.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const padded = ask(padLeft)

test('is as long as asked, ends with the text and never cuts it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(20), anyText, (text, size, fill) => {
      const result = String(padded(text, size, fill))
      expect([...result]).toHaveLength(Math.max(size, [...text].length))
      expect(result.endsWith(text)).toBe(true)
    }),
  )
})

test('fills with zeros unless told otherwise, and with one sign only', () => {
  expect(padded('42', 5)).toBe('00042')
  expect(padded('42', 5, '😀x')).toBe('😀😀😀42')
  expect(padded('42', 101)).toBeNull()
})
