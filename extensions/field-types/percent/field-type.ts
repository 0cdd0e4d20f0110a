import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import {
  formatDecimal,
  maxDigits,
  numberFromRow,
  parseDecimal,
  withinLimits,
  withoutNoise,
} from '@jieli/core/fields/read-decimal'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const settings = z.strictObject({
  scale: z.number().int().min(0).max(4).default(2),
  min: z.number().optional(),
  max: z.number().optional(),
})

/**
 * A share, kept in hundredths: 12.5 means 12.5 %. So `12.5`, `12.5%` and what the API gives are one value, and nobody has
 * to guess whether 0.5 was a half or half a percent.
 */
export const percent = defineFieldType({
  name: 'percent',
  label: { 'zh-CN': '百分比', en: 'Percent' },
  icon: 'percent',
  settings,
  valueType: 'number',
  isShare: true,
  column: ({ scale }) => `numeric(${maxDigits + scale},${scale})`,
  parse: (input, { scale, min, max }) =>
    readShort(withoutNoise(input), cleanCode, (text) =>
      withinLimits(parseDecimal(text.replace(/ ?%$/, ''), { scale }), { min, max }),
    ),
  format: (value) => (value === null ? '' : `${formatDecimal(Number(value))}%`),
  fromRow: numberFromRow,
  samples: [
    { settings: { scale: 2 }, values: [0, 12.5, 100, -3.25], bad: ['百分之十二', '%', '12.345%', '1%%'] },
    { settings: { scale: 0, min: 0, max: 100 }, values: [0, 85, 100], bad: [101, '-1%', '0.5%'] },
  ],
})
