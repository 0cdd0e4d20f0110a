import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { socialCreditCode } from './field-type.ts'

const read = reader(socialCreditCode)
const codes = ['91350100M000100Y43', '9144030071526726XG', '91330100799655058B']
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

test('one wrong character is always found out', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
      fc.pre(code[at] !== other)
      expect(['wrong-check-digit', 'not-a-credit-code']).toContain(read(code.slice(0, at) + other + code.slice(at + 1)))
    }),
  )
})

test('small letters and the groups of a certificate make no difference', () => {
  expect(read('9135 0100 m000 100y 43')).toBe('91350100M000100Y43')
})

test('letters that look like digits do not exist', () => {
  for (const letter of 'IOSVZ') expect(read(`9135010${letter}M00010043`)).toBe('not-a-credit-code')
})
