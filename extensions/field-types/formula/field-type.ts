import { defineFieldType } from '@jieli/core/fields/field-type'
import { expressionSchema } from '@jieli/core/formulas/expression'
import { z } from 'zod'
import { keptAsText } from '../../kit/kept-as-text.ts'
import { fittedTo, resultSettings, typeOfResult } from '../../kit/result-type.ts'

const settings = z.strictObject({
  /** What the value is worked out from: fields of the record, and of what it points to (`campus.city`). */
  expression: expressionSchema.default({ value: null }),
  ...resultSettings,
  result: resultSettings.result.default('text'),
})

/** A value worked out from the record's other fields. */
export const formula = defineFieldType({
  ...keptAsText,
  name: 'formula',
  label: { 'zh-CN': '公式', en: 'Formula' },
  icon: 'sigma',
  settings,
  computed: ({ expression, ...result }) => ({ expression: fittedTo(expression, result), as: typeOfResult(result) }),
  samples: [
    {
      settings: {
        expression: { call: 'multiply', args: [{ field: 'price' }, { field: 'lessons' }] },
        result: 'money',
        scale: 2,
      },
      values: ['1280', '优秀'],
      bad: [{}, [], true, 'a\u0000b'],
    },
  ],
})
