import fc from 'fast-check'
import { expect, test } from 'vitest'
import { left } from './left.ts'
import { right } from './right.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('the first characters and the others make the text, and no emoji is cut in two', () => {
  fc.assert(
    fc.property(anyText, fc.nat(15), (text, count) => {
      const size = [...text].length
      const others = size > count ? ask(right)(text, size - count) : null
      expect(`${ask(left)(text, count) ?? ''}${others ?? ''}`).toBe(text)
    }),
  )
})

test('a count below zero or unknown gives nothing rather than all but the end', () => {
  expect(ask(left)('abc', -1)).toBeNull()
  expect(ask(left)('abc', null)).toBeNull()
})
