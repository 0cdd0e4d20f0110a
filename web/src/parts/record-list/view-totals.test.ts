import { describe, expect, it } from 'vitest'
import { measureSchema, type View } from '@jieli/core'
import { totalsByField, totalsOf } from './view-totals.ts'

const summaries: View['summaries'] = [
  { field: 'amount', fn: 'sum' },
  { field: 'phone', fn: 'filled' },
]

describe('figures below a list', () => {
  it('are asked for as measures that the server takes', () => {
    const totals = totalsOf(summaries)
    expect(totals.every((one) => measureSchema.safeParse(one).success)).toBe(true)
    expect(totals.map(({ fn }) => fn)).toEqual(['sum', 'count'])
  })

  it('come back to the fields they are of', () => {
    const found = totalsByField(summaries, { s0: 12_000, s1: 7 })
    expect(found.get('amount')).toEqual({ fn: 'sum', value: 12_000 })
    expect(found.get('phone')).toEqual({ fn: 'filled', value: 7 })
    expect(totalsByField(summaries, undefined).size).toBe(0)
  })
})
