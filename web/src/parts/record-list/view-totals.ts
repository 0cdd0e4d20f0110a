import type { Measure, Value, View } from '@jieli/core'

type Summary = View['summaries'][number]

/** Answers are named by place: a field's name may be longer than a figure's may be. */
const nameOf = (index: number): string => `s${index}`

/** The figures below a list, as a question to the server. */
export const totalsOf = (summaries: readonly Summary[]): Measure[] =>
  summaries.map(({ field, fn }, index): Measure => {
    const of = { field }
    if (fn === 'filled') return { as: nameOf(index), fn: 'count', where: { call: 'isNotEmpty', args: [of] } }
    return fn === 'count' ? { as: nameOf(index), fn } : { as: nameOf(index), fn, of }
  })

/** The answers by field. */
export const totalsByField = (
  summaries: readonly Summary[],
  totals: Readonly<Record<string, Value>> | undefined,
): Map<string, { fn: Summary['fn']; value: Value }> =>
  new Map(
    summaries.flatMap(({ field, fn }, index) => {
      const value = totals?.[nameOf(index)]
      return value === undefined ? [] : [[field, { fn, value }] as const]
    }),
  )
