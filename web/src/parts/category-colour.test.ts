import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryColour, colourOfName } from './category-colour.ts'

test('there are eight colours: every other number has the last', () => {
  expect([1, 8, 0, 9, -1, undefined, NaN].map(categoryColour)).toEqual([1, 8, 8, 8, 8, 8, 8].map((n) => `var(--jl-c${n})`))
})

test('every name has one of them, the empty one too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(colourOfName(name)).toMatch(/^var\(--jl-c[1-8]\)$/)
    }),
  )
})

test('colleagues of one name part do not all look alike', () => {
  const names = ['王芳', '王伟', '王敏', '王静', '王丽', '王强', '王磊', '王军']
  expect(new Set(names.map(colourOfName)).size).toBeGreaterThan(3)
})
