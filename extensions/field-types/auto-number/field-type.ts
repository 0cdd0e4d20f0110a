import { defineFieldType } from '@jieli/core/fields/field-type'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'
import { keptAsText } from '../../kit/kept-as-text.ts'
import { isPattern, periodOf, writeNumber } from './pattern.ts'

const settings = z.strictObject({
  /** `XS-{yyyyMM}-{0000}`: parts of the day the record was made, and the number. */
  pattern: z.string().max(60).refine(isPattern, 'pattern').default('{0000}'),
})

/** A number that the platform hands out to each record, written to a pattern; none is ever used twice. */
export const autoNumber = defineFieldType({
  ...keptAsText,
  name: 'auto-number',
  label: { 'zh-CN': '自动编号', en: 'Auto number' },
  icon: 'list-ordered',
  settings,
  search: 'bigram',
  numbering: ({ pattern }, day) => ({
    period: periodOf(pattern, day),
    write: (number) => writeNumber(pattern, day, number),
  }),
  uniqueKey: asStored,
  samples: [{ settings: { pattern: 'XS-{yyyyMM}-{0000}' }, values: ['XS-202611-0037'], bad: [{}, [], true, 'a\u0000b'] }],
})
