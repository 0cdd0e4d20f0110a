import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldChildren } from './fold-children.ts'

const measured = (fn: 'sum' | 'avg' | 'min' | 'max', values: (string | number)[]) =>
  foldChildren(fn, { all: values.length, kept: values.length, values })

describe('figures over children', () => {
  it('are exact where binary fractions are not', () => {
    expect(measured('sum', [0.1, 0.2])).toBe(0.3)
    expect(measured('sum', ['99999999999999999.01', '0.01'])).toBe('99999999999999999.02')
    expect(measured('sum', [1e-7, 2e21])).toBe('2000000000000000000000.0000001')
  })

  it('round averages half away from zero at twelve decimals', () => {
    expect(measured('avg', [1, 1, 0])).toBe(0.666666666667)
    expect(measured('avg', [-1, -1, 0])).toBe(-0.666666666667)
  })

  it('compare numbers by what they are worth, days and instants by when they are', () => {
    expect(measured('max', ['10', '9.5', 2])).toBe('10')
    expect(measured('min', ['2026-11-21', '2026-02-03'])).toBe('2026-02-03')
    expect(measured('max', ['2026-11-21T00:00:00.000Z', '2026-11-21T00:00:00.000001Z'])).toBe('2026-11-21T00:00:00.000001Z')
  })

  it('of none: nothing is to be found, all and none hold, sum and count are nought', () => {
    const none = { all: 0, kept: 0, values: [] }
    expect((['any', 'all', 'none', 'count', 'sum', 'avg', 'min', 'max'] as const).map((fn) => foldChildren(fn, none))).toEqual([
      false,
      true,
      true,
      0,
      0,
      null,
      null,
      null,
    ])
  })

  it('do not depend on the order of the children', () => {
    const numbers = fc.array(fc.oneof(fc.integer(), fc.double({ min: 1e-6, max: 1e9, noNaN: true })), { minLength: 1 })
    fc.assert(
      fc.property(numbers, (values) => {
        for (const fn of ['sum', 'avg'] as const) expect(measured(fn, values)).toBe(measured(fn, values.toReversed()))
      }),
    )
  })
})
