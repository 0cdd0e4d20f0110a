import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { isSupportedCountry } from 'libphonenumber-js/max'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'
import { formatPhone } from './format-phone.ts'
import { isMadeUp } from './is-made-up.ts'
import { holdsSeveral, readPhone } from './read-phone.ts'

const settings = z.strictObject({
  /** Whose numbers are meant when no country code is written. */
  region: z.string().refine(isSupportedCountry).default('CN'),
})

/** First three and last four digits stay, which is enough to recognise a number and too little to call it. */
function maskPhone(value: string): string {
  const digits = value.replace(/;ext=.*$/, '').replace(/^\+86/, '')
  return digits.length < 9 ? '****' : `${digits.slice(0, digits.startsWith('+') ? 4 : 3)}****${digits.slice(-4)}`
}

/** As above: numbers of nine signs and more, without the country code of China and the extension. */
const shape = String.raw`^(?:\+86|(?!\+86))(\d{3}(?=\d{6})|\+\d{3}(?=\d{5}))\d+(\d{4})(?:;ext=.*)?$`
const coverSql = (column: string): string =>
  `CASE WHEN ${column} ~ '${shape}' THEN regexp_replace(${column}, '${shape}', '\\1****\\2') WHEN ${column} IS NOT NULL THEN '****' END`

/** A number one can call: mobile, landline with extension, 400. Kept as E.164, so six spellings are one number. */
export const phone = defineFieldType({
  name: 'phone',
  label: { 'zh-CN': '电话', en: 'Phone' },
  icon: 'phone',
  settings,
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input, { region }) =>
    readShort(input, cleanCode, (text) => {
      const number = readPhone(text, region)
      if (number !== null) return accept(number)
      return refuse(holdsSeveral(text, region) ? 'several-phones' : 'not-a-phone')
    }),
  format: (value, { region }, locale) => (value === null ? '' : formatPhone(String(value), { region, locale })),
  mask: (value) => (value === null ? '' : maskPhone(String(value))),
  coverSql,
  identity: (value) => (value === null ? null : String(value)),
  isSuspicious: (value) => value !== null && isMadeUp(String(value)),
  search: 'trigram',
  uniqueKey: asStored,
  samples: [
    {
      settings: { region: 'CN' },
      values: ['+8613800138000', '+862162345678', '+862162345678;ext=801', '+864008208820', '+14155552671', '+85251234567'],
      bad: [
        '12345',
        '1380013800',
        '138001380000',
        '10000000000',
        '6221-1234',
        '138****8000',
        '1.38E+10',
        '13800138000/13912345678',
        'CALL-ME-NOW',
        {},
        '1380013\u00008000',
      ],
    },
    { settings: { region: 'US' }, values: ['+14155552671', '+8613800138000', '+8613800138000;ext=12'], bad: ['555'] },
  ],
})
