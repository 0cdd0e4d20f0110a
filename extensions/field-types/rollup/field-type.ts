import { defineFieldType, type Computation } from '@jieli/core/fields/field-type'
import { expressionSchema, type ChildrenExpression } from '@jieli/core/formulas/expression'
import { z } from 'zod'
import { keptAsText } from '../../kit/kept-as-text.ts'
import { fittedTo, resultSettings, typeOfResult } from '../../kit/result-type.ts'

const settings = z.strictObject({
  /** The child object and its relation that points here: `order.lead`. */
  over: z.string().max(121).default(''),
  fn: z.enum(['count', 'sum', 'avg', 'min', 'max', 'any', 'all', 'none']).default('count'),
  /** The child's field that is summed or compared. */
  of: z.string().max(60).optional(),
  /** The children that count; all when absent. */
  where: expressionSchema.optional(),
  ...resultSettings,
  /** How sums and averages are shown; counts are whole, the least and the greatest look like the field they are of. */
  result: z.enum(['number', 'money', 'percent']).default('number'),
})
type Settings = z.output<typeof settings>

const asked = ({ over, fn, of, where }: Settings): ChildrenExpression => ({
  over,
  fn,
  ...(of ? { of: { field: of } } : {}),
  ...(where ? { where } : {}),
})

const whole = { result: 'number', scale: 0 } as const

const figure = (given: Settings): Computation => {
  const expression = asked(given)
  switch (given.fn) {
    case 'count':
      return { expression, as: typeOfResult(whole) }
    case 'sum':
    case 'avg':
      return { expression: fittedTo(expression, given), as: typeOfResult(given) }
    case 'min':
    case 'max':
      return { expression, as: { object: given.over.split('.')[0] ?? '', field: given.of ?? '' } }
    case 'any':
    case 'all':
    case 'none':
      return { expression, as: { type: 'boolean', settings: {} } }
  }
}

/** A figure over the records that point here: how many orders, what they come to, whether one is open. */
export const rollup = defineFieldType({
  ...keptAsText,
  name: 'rollup',
  label: { 'zh-CN': '汇总', en: 'Rollup' },
  icon: 'list-collapse',
  settings,
  computed: figure,
  samples: [
    {
      settings: { over: 'order.lead', fn: 'sum', of: 'amount', result: 'money', scale: 2 },
      values: ['12800'],
      bad: [{}, [], true, 'a\u0000b'],
    },
  ],
})
