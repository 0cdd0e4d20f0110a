import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { keptAsText } from '../../kit/kept-as-text.ts'
import { typeOfResult } from '../../kit/result-type.ts'

const settings = z.strictObject({
  /** The object of the rows and its relation that points here: `orderLine.order`. */
  over: z.string().max(121).default(''),
  /** Most rows one record may have: they are read and written together with it. */
  max: z.number().int().min(1).max(500).default(200),
})

/** Rows of the record itself: an order's lines. They are records of an object of their own; here stands how many there are. */
export const subTable = defineFieldType({
  ...keptAsText,
  name: 'sub-table',
  label: { 'zh-CN': '子表', en: 'Sub-table' },
  icon: 'table-properties',
  settings,
  parts: ({ over, max }) => ({ over, max }),
  computed: ({ over }) => ({ expression: { over, fn: 'count' }, as: typeOfResult({ result: 'number', scale: 0 }) }),
  samples: [{ settings: { over: 'orderLine.order', max: 200 }, values: ['3'], bad: [{}, [], true, 'a\u0000b'] }],
})
