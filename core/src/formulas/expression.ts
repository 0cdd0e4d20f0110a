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
export type Expression = { value: Value } | { field: string } | { call: string; args: Expression[] }

const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string().max(10_000), z.number().finite(), z.boolean(), z.null(), z.array(valueSchema).max(1_000)]),
)

export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ value: valueSchema }),
    z.strictObject({ field: z.string().min(1).max(200) }),
    z.strictObject({ call: z.string().min(1).max(60), args: z.array(expressionSchema).max(200) }),
  ]),
)

/** The types of the language. `ids` and `list` hold several; `any` accepts all. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'id' | 'list' | 'any'

/** Short builders, for code that writes expressions by hand. */
export const field = (path: string): Expression => ({ field: path })
export const literal = (value: Value): Expression => ({ value })
export const call = (name: string, ...args: Expression[]): Expression => ({ call: name, args })
