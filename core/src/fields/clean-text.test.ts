import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanCode, cleanLine, cleanText } from './clean-text.ts'

test('what cannot be seen is taken out, what can be seen stays', () => {
  expect(cleanText('\uFEFF王\u200B女\u202E士\u0007 ')).toBe('王女士')
  expect(cleanText('（中考）１２３，ＡＢＣ')).toBe('（中考）１２３，ＡＢＣ')
  expect(cleanText('一\r\n二\u2028三\t四')).toBe('一\n二\n三\t四')
  expect(cleanLine(' 王 \n\t 女士 ')).toBe('王 女士')
})

test('emoji made of several characters stay whole', () => {
  expect(cleanText('👩‍🏫👩🏽‍🏫❤️‍🔥')).toBe('👩‍🏫👩🏽‍🏫❤️‍🔥')
  expect(cleanText('王\u200D女士')).toBe('王女士')
})

test('half a character is dropped', () => {
  expect(cleanText('\uD83D李\uDE00')).toBe('李')
})

test('codes lose their width', () => {
  expect(cleanCode('＋８６　１３８００１３８０００')).toBe('+86 13800138000')
})

test.each([cleanText, cleanLine, cleanCode])('cleaning twice is cleaning once, and the result can be stored: %o', (clean) => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const once = clean(text)
      expect(clean(once)).toBe(once)
      expect(once.isWellFormed()).toBe(true)
    }),
  )
})
