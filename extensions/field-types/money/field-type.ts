import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { refuse } from '@jieli/core/fields/parsed'
import { formatDecimal, numberFromRow, parseDecimal, withinLimits, withoutNoise } from '@jieli/core/fields/read-decimal'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'
import { currencies, currenciesNamed, symbolOf } from './currency.ts'

const settings = z.strictObject({
  currency: z.enum(currencies).default('CNY'),
  min: z.number().optional(),
  max: z.number().optional(),
})

/** sign, what stands before, the figures with 千万亿, what stands after: `-¥3.2万元`. */
const amount = /^([+-]?) ?([^\d.+-]*?) ?([+-]?[\d.][\d., ]*[千万亿]?) ?([^\d.]*)$/u

/** An amount in one currency, exact to two places. The currency is the field's, so sums never mix. */
export const money = defineFieldType({
  name: 'money',
  label: { 'zh-CN': '金额', en: 'Money' },
  icon: 'banknote',
  settings,
  valueType: 'number',
  column: () => 'numeric(18,2)',
  parse: (input, { currency, min, max }) =>
    readShort(withoutNoise(input), cleanCode, (text) => {
      const [, sign = '', before = '', figures = '', after = ''] = amount.exec(text.replace(/[‐-―−]/gu, '-')) ?? []
      for (const name of [before, after].filter(Boolean)) {
        const named = currenciesNamed(name)
        if (!named) return refuse('not-a-number')
        if (!named.includes(currency)) return refuse('wrong-currency', { currency })
      }
      return withinLimits(parseDecimal(`${sign}${figures}`.trim(), { scale: 2 }), { min, max })
    }),
  format: (value, { currency }) => {
    if (value === null) return ''
    const shown = formatDecimal(Math.abs(Number(value)), { decimals: 2 })
    return `${Number(value) < 0 ? '-' : ''}${symbolOf(currency)}${shown}`
  },
  fromRow: numberFromRow,
  samples: [
    {
      settings: { currency: 'CNY' },
      values: [0, 32000, 19.99, -1280.5, 9999999999999.99],
      bad: ['$100', '1.999', '三万', '1-2', '￥', '12,34元', 1e15],
    },
    { settings: { currency: 'USD', min: 0 }, values: [100, 0.01], bad: ['¥100', '-1', '100 元'] },
  ],
})
