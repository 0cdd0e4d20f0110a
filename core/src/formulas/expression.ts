import { z } from 'zod'

/** What an expression can be worth. Instants are ISO strings in UTC, dates `YYYY-MM-DD`, decimals strings or numbers. */
export type Value = string | number | boolean | null | Value[]

/**
 * The one tree behind conditions, formulas, row scopes, stage gates, assignment rules and report measures.
 * A field path may hop over relations: `campus.city`. Functions live one per file in `extensions/formula-functions`.
 *
 * @example // 来源 等于 抖音 且 意向科目 包含于 (中考数学, 中考冲刺)
 * { call: 'and', args: [
 *   { call: 'equals', args: [{ field: 'source' }, { value: 'douyin' }] },
 *   { call: 'isOneOf', args: [{ field: 'subject' }, { value: ['zk-math', 'zk-sprint'] }] } ] }
 */
export type Expression = { value: Value } | { field: string } | { call: string; args: Expression[] } | ChildrenExpression

/** What may be asked of a record's children. */
export const childFunctions = ['any', 'all', 'none', 'count', 'sum', 'avg', 'min', 'max'] as const
export type ChildFunction = (typeof childFunctions)[number]

/**
 * A question to the records that point here. `over` names them: the child object and its relation that points to this one,
 * `order.lead`. Inside `where` and `of`, fields are the child's. Without `where` all children count; `all` needs one, and
 * `sum`, `avg`, `min`, `max` need `of`. Of no children: `all` and `none` hold, count and sum are 0, the others absent.
 *
 * @example // 有 订单 满足（金额 大于 10000）
 * { over: 'order.lead', fn: 'any', where: { call: 'greaterThan', args: [{ field: 'amount' }, { value: 10000 }] } }
 */
export interface ChildrenExpression {
  over: string
  fn: ChildFunction
  where?: Expression | undefined
  of?: Expression | undefined
}

const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string().max(10_000), z.number().finite(), z.boolean(), z.null(), z.array(valueSchema).max(1_000)]),
)

export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ value: valueSchema }),
    z.strictObject({ field: z.string().min(1).max(200) }),
    z.strictObject({ call: z.string().min(1).max(60), args: z.array(expressionSchema).max(200) }),
    z.strictObject({
      over: z.string().min(3).max(121),
      fn: z.enum(childFunctions),
      where: expressionSchema.optional(),
      of: expressionSchema.optional(),
    }),
  ]),
)

/** The types of the language. `ids` and `list` hold several; `any` accepts all. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'id' | 'list' | 'any'

/** Short builders, for code that writes expressions by hand. */
export const field = (path: string): Expression => ({ field: path })
export const literal = (value: Value): Expression => ({ value })
export const call = (name: string, ...args: Expression[]): Expression => ({ call: name, args })
export const children = (over: string, fn: ChildFunction, parts: { where?: Expression; of?: Expression } = {}): Expression => ({
  over,
  fn,
  ...parts,
})

/** The expressions directly inside one, each with its way: `args.0`, `where`. Of a children's question they are the child's. */
export const partsOf = (expression: Expression): { part: Expression; at: string }[] => {
  if ('call' in expression) return expression.args.map((part, index) => ({ part, at: `args.${index}` }))
  if (!('over' in expression)) return []
  return (['where', 'of'] as const).flatMap((at) => {
    const part = expression[at]
    return part ? [{ part, at }] : []
  })
}
