import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { isCalendarDay } from '@jieli/core/fields/read-calendar-date'
import { readShort } from '@jieli/core/fields/read-text'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

/** First two digits: provinces, 港澳台 residents (81–83) and foreigners (91). */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const shape = /^\d{17}[\dX]$/
/** Cards from before 1999: six digits less, no check digit. */
const oldShape = /^\d{15}$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2. */
const checkDigit = (seventeen: string): string | undefined =>
  '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(seventeen[at]), 0) % 11]

function renew(old: string): string {
  const seventeen = `${old.slice(0, 6)}19${old.slice(6)}`
  return `${seventeen}${checkDigit(seventeen)}`
}

const readCard = (text: string): string =>
  cleanCode(text)
    .replace(/[\s‐-―−-]/gu, '')
    .toUpperCase()

function hasBirthday(card: string): boolean {
  const year = Number(card.slice(6, 10))
  return year >= 1900 && year < 2100 && isCalendarDay(year, Number(card.slice(10, 12)), Number(card.slice(12, 14)))
}

/** 居民身份证号, with region, birthday and check digit examined. Old 15-digit numbers are written as 18. */
export const idCard = defineFieldType({
  name: 'id-card',
  label: { 'zh-CN': '身份证号', en: 'Identity card' },
  icon: 'id-card',
  settings: z.strictObject({}),
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input) =>
    readShort(input, readCard, (text) => {
      const card = oldShape.test(text) ? renew(text) : text
      if (!shape.test(card) || !provinces.test(card) || !hasBirthday(card)) return refuse('not-an-id-card')
      return card[17] === checkDigit(card) ? accept(card) : refuse('wrong-check-digit')
    }),
  format: (value) => (value === null ? '' : String(value)),
  mask: (value) => (value === null ? '' : `${String(value).slice(0, 4)}${'*'.repeat(10)}${String(value).slice(-4)}`),
  coverSql: (column) => `left(${column}, 4) || repeat('*', 10) || right(${column}, 4)`,
  identity: (value) => (value === null ? null : String(value)),
  search: 'trigram',
  uniqueKey: asStored,
  samples: [
    {
      settings: {},
      values: ['210203197503102721', '520323197806058856', '11010519491231002X'],
      bad: [
        '210203197503102722',
        '010203197503102721',
        '520323197802318856',
        '160101491001001',
        '110101491041001',
        'X231071922',
        {},
        true,
        '2\u0000',
      ],
    },
  ],
})
