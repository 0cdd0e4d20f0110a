import { createRandom } from '@jieli/extensions/kit/seeded-random'
import { expect, it } from 'vitest'
import { fieldTypes } from '@jieli/extensions/field-types'
import { phoneNumber, spellPhone } from './phone-spellings.ts'

const { phone } = fieldTypes

it('gives every customer another number, each one that belongs to nobody and passes every check', () => {
  const numbers = Array.from({ length: 20_000 }, (_, n) => phoneNumber(n))
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of numbers) expect(number).toMatch(/^1\d\d000\d{5}$/)
})

it('spells a number in ways that are all read as that number', () => {
  const random = createRandom(3)
  const number = phoneNumber(42)
  const spellings = Array.from({ length: 300 }, () => spellPhone(random, number))
  expect(new Set(spellings).size).toBeGreaterThan(5)
  const settings = phone.settings.parse({})
  for (const spelling of spellings)
    expect(phone.parse(spelling, settings as never), spelling).toEqual({ ok: true, value: `+86${number}` })
})
