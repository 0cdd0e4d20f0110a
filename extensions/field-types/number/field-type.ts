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
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

const settings = z.strictObject({
  /** Decimal places kept. */
  scale: z.number().int().min(0).max(6).default(2),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Written after the number: 节, 分钟. */
  unit: z
    .string()
    .regex(/^[^\d\s.,+-]{1,10}$/)
    .optional(),
  /** Thousands set apart by commas. */
  grouping: z.boolean().default(true),
})

/** `12.5%` is 12.5, as it is when a percent field becomes a number: what stands there counts, the sign is a unit like others. */
const withoutUnit = (text: string, unit: string | undefined): string => {
  const ending = [unit, '%'].find((one) => one && text.endsWith(one))
  return ending ? text.slice(0, -ending.length).trimEnd() : text
}

/** A quantity. Decimals are exact: see `read-decimal.ts` for how they are kept. */
export const number = defineFieldType({
  name: 'number',
  label: { 'zh-CN': '数字', en: 'Number' },
  icon: 'hash',
  settings,
  valueType: 'number',
  column: ({ scale }) => `numeric(${maxDigits + scale},${scale})`,
  parse: (input, { scale, min, max, unit }) =>
    readShort(withoutNoise(input), cleanCode, (text) =>
      withinLimits(parseDecimal(withoutUnit(text, unit), { scale }), { min, max }),
    ),
  format: (value, { unit, grouping }) =>
    value === null ? '' : `${formatDecimal(Number(value), { grouping })}${unit ? ` ${unit}` : ''}`,
  fromRow: numberFromRow,
  uniqueKey: asStored,
  samples: [
    {
      settings: { scale: 2, grouping: true },
      values: [0, -1, 19.99, 1234567.5, 999999999999999],
      bad: ['1.234', '12,34', 'abc', '1e400', 1e15, NaN, '０x1F', '--1', '%', '1%%', {}, true],
    },
    {
      settings: { scale: 0, min: 0, max: 100, unit: '分', grouping: false },
      values: [0, 60, 100],
      bad: [-1, 101, 1.5, '60 元'],
    },
    { settings: { scale: 6, grouping: true }, values: [0.000001, 31.230416, -0.1], bad: ['0.0000001'] },
  ],
})
