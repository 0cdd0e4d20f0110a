import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { idCard } from './field-type.ts'

const read = reader(idCard)
const cards = ['210203197503102721', '520323197806058856', '11010519491231002X']

test('one wrong digit is always found out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.nat(16), fc.integer({ min: 1, max: 9 }), (card, at, step) => {
      const wrong = card.slice(0, at) + String((Number(card[at]) + step) % 10) + card.slice(at + 1)
      expect(['wrong-check-digit', 'not-an-id-card']).toContain(read(wrong))
    }),
  )
})

test('two neighbours that changed places are always found out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.nat(15), (card, at) => {
      fc.pre(card[at] !== card[at + 1])
      const wrong = `${card.slice(0, at)}${card[at + 1]}${card[at]}${card.slice(at + 2)}`
      expect(['wrong-check-digit', 'not-an-id-card']).toContain(read(wrong))
    }),
  )
})

test('a small x, blanks and an old number of 15 digits are the card they mean', () => {
  expect(read('110105 1949 1231 002x')).toBe('11010519491231002X')
  expect(read('110105491231002')).toBe('11010519491231002X')
})

test('the cover keeps neither birthday nor the whole region', () => {
  expect(idCard.mask?.('11010519491231002X')).toBe('1101**********002X')
})
