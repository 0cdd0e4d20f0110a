import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldName, foldSigns } from './fold-text.ts'

it('makes what input methods write plain', () => {
  expect(foldSigns('如果（Ａ＞１，是）')).toBe('如果(A>1,是)')
  expect(foldSigns('【a】、b；“c”　×÷·−')).toBe('[a],b,"c" */.-')
})

it('changes no place: one character for one, whatever the text, and folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldSigns(text)).toHaveLength(text.length)
      expect(foldSigns(foldSigns(text))).toBe(foldSigns(text))
    }),
  )
})

it('tells names apart without width, case and blanks', () => {
  expect(foldName('ＡＰＰ 推广')).toBe('app推广')
  expect(foldName(' a\tB ')).toBe('ab')
})
