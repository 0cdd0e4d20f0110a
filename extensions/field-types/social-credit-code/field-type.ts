import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

/** GB 32100-2015: digits and letters but I, O, S, V, Z; the 18th character checks the others. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

function checkCharacter(code: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

const readCode = (text: string): string =>
  cleanCode(text)
    .replace(/[\s‐-―−-]/gu, '')
    .toUpperCase()

/** 统一社会信用代码: the number under which a company or an institution is registered. */
export const socialCreditCode = defineFieldType({
  name: 'social-credit-code',
  label: { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  icon: 'building-2',
  settings: z.strictObject({}),
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input) =>
    readShort(input, readCode, (code) => {
      if (!shape.test(code)) return refuse('not-a-credit-code')
      return code[17] === checkCharacter(code) ? accept(code) : refuse('wrong-check-digit')
    }),
  format: (value) => (value === null ? '' : String(value)),
  identity: (value) => (value === null ? null : String(value)),
  search: 'trigram',
  uniqueKey: asStored,
  samples: [
    {
      settings: {},
      values: ['91350100M000100Y43', '9144030071526726XG', '91330100799655058B'],
      bad: ['91350100M000100Y44', '91350100M000100Y4', '91350100O000100Y43', {}, true, '91\u0000'],
    },
  ],
})
