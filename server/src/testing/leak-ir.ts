import fc from 'fast-check'
import {
  childFunctions,
  literal,
  type Expression,
  type BoardQueryInput,
  type GroupQueryInput,
  type RecordQueryInput,
} from '@jieli/core'

/** Arbitrary queries that make sense often enough to run: paths that exist, hops, values that occur in the data. */
export interface IrWords {
  object: string
  /** Paths to filter, sort, group and select by; forbidden and unknown ones among them. */
  paths: readonly string[]
  /** Literals that occur in the data, hidden and visible. */
  values: readonly (string | number | boolean | null)[]
  /** Its children, and their paths. */
  children?: readonly Pick<IrWords, 'object' | 'paths'>[]
}

const comparisons = ['equals', 'notEquals', 'greaterThan', 'lessThan', 'contains', 'startsWith', 'atLeast', 'atMost'] as const
const tests = ['isEmpty', 'isNotEmpty', 'isToday', 'isThisWeek'] as const
const wraps = ['hourOf', 'dateOf', 'length', 'lower', 'startOfMonth'] as const

export const conditionArbitrary = ({ paths, values, children = [] }: IrWords): fc.Arbitrary<Expression> => {
  const field: fc.Arbitrary<Expression> = fc.constantFrom(...paths).map((path) => ({ field: path }))
  const value: fc.Arbitrary<Expression> = fc.constantFrom(...values).map((literal) => ({ value: literal }))
  const list: fc.Arbitrary<Expression> = fc
    .array(fc.constantFrom(...values), { minLength: 1, maxLength: 4 })
    .map((literals) => ({ value: literals }))
  const operand: fc.Arbitrary<Expression> = fc.oneof(
    { weight: 5, arbitrary: field },
    { weight: 1, arbitrary: fc.record({ call: fc.constantFrom(...wraps), args: fc.tuple(field) }) },
  )
  return fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => ({
    leaf: fc.oneof(
      fc.record({ call: fc.constantFrom(...comparisons), args: fc.tuple(operand, value) }),
      fc.record({ call: fc.constantFrom('isOneOf', 'isNotOneOf'), args: fc.tuple(field, list) }),
      fc.record({ call: fc.constant('isOfObject'), args: fc.tuple(field, fc.constantFrom('lead', 'contact').map(literal)) }),
      fc.record({ call: fc.constantFrom(...tests), args: fc.tuple(field) }),
      fc.record({ call: fc.constantFrom('equals', 'notEquals'), args: fc.tuple(field, field) }),
      ...children.map(({ object, paths: theirs }) => questionArbitrary(object, { paths: theirs, values })),
    ),
    tree: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'tree' },
      tie('leaf'),
      fc.record({ call: fc.constantFrom('and', 'or'), args: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ call: fc.constant('not'), args: fc.tuple(tie('tree')) }),
    ),
  })).tree
}

const questionArbitrary = (over: string, words: Pick<IrWords, 'paths' | 'values'>): fc.Arbitrary<Expression> => {
  const where = conditionArbitrary({ object: over, ...words })
  const of = fc.constantFrom(...words.paths).map((path): Expression => ({ field: path }))
  return fc
    .record({ fn: fc.constantFrom(...childFunctions), where, of, least: fc.integer({ min: 0, max: 3 }), isBare: fc.boolean() })
    .map(({ fn, least, isBare, ...parts }): Expression => {
      const isMeasured = ['sum', 'avg', 'min', 'max'].includes(fn)
      const asked: Expression = {
        over,
        fn,
        ...(isBare && fn !== 'all' ? {} : { where: parts.where }),
        ...(isMeasured ? { of: parts.of } : {}),
      }
      if (fn === 'any' || fn === 'all' || fn === 'none') return asked
      return fn === 'min' || fn === 'max'
        ? { call: 'isNotEmpty', args: [asked] }
        : { call: 'greaterThan', args: [asked, { value: least }] }
    })
}

export const recordQueryArbitrary = (words: IrWords): fc.Arbitrary<RecordQueryInput> => {
  const path = fc.constantFrom(...words.paths)
  const searches = words.values
    .filter((value): value is string => typeof value === 'string')
    .flatMap((text) => [text, text.slice(0, 2), text.slice(-4)])
  return fc.record(
    {
      object: fc.constant(words.object),
      select: fc.uniqueArray(path, { minLength: 1, maxLength: 6 }),
      where: conditionArbitrary(words),
      search: fc.constantFrom(...searches),
      sort: fc.uniqueArray(fc.record({ field: path, direction: fc.constantFrom('asc' as const, 'desc' as const) }), {
        minLength: 1,
        maxLength: 2,
        selector: (sort) => sort.field,
      }),
      limit: fc.integer({ min: 1, max: 7 }),
      count: fc.constantFrom('none' as const, 'capped' as const, 'exact' as const),
      deleted: fc.boolean(),
      totals: fc.tuple(fc.constantFrom('sum' as const, 'max' as const), path).map(([fn, name]) => [
        { as: 'total', fn, of: { field: name } },
        { as: 'all', fn: 'count' as const },
      ]),
    },
    { requiredKeys: ['object'] },
  )
}

export const boardQueryArbitrary = (words: IrWords): fc.Arbitrary<BoardQueryInput> => {
  const path = fc.constantFrom(...words.paths)
  return fc
    .record(
      {
        object: fc.constant(words.object),
        by: path,
        values: fc.uniqueArray(
          fc.constantFrom(null, ...words.values.filter((value): value is string => typeof value === 'string')),
          { minLength: 1, maxLength: 4 },
        ),
        select: fc.uniqueArray(path, { minLength: 1, maxLength: 4 }),
        where: conditionArbitrary(words),
        sum: path,
        limit: fc.integer({ min: 1, max: 5 }),
        count: fc.constantFrom('none' as const, 'capped' as const, 'exact' as const),
      },
      { requiredKeys: ['object', 'by', 'values'] },
    )
    .map(({ values, ...rest }) => ({ ...rest, columns: values.map((value) => ({ value })) }))
}

export const groupQueryArbitrary = (words: IrWords): fc.Arbitrary<GroupQueryInput> => {
  const path = fc.constantFrom(...words.paths)
  const of = path.map((name): Expression => ({ field: name }))
  const measure = fc.record(
    {
      fn: fc.constantFrom(
        'count' as const,
        'distinct' as const,
        'sum' as const,
        'avg' as const,
        'min' as const,
        'max' as const,
        'median' as const,
      ),
      of,
      where: conditionArbitrary(words),
    },
    { requiredKeys: ['fn'] },
  )
  return fc
    .record(
      {
        groups: fc.array(of, { maxLength: 2 }),
        measures: fc.array(measure, { minLength: 1, maxLength: 2 }),
        where: conditionArbitrary(words),
        search: fc.constantFrom('王', '1380', '数学'),
        limit: fc.integer({ min: 1, max: 50 }),
        rest: fc.constantFrom('others' as const, 'having' as const),
      },
      { requiredKeys: ['groups', 'measures'] },
    )
    .map(({ groups, measures, rest: beyond, ...rest }): GroupQueryInput => ({
      ...rest,
      ...(beyond === 'others' && groups.length > 0 ? { others: true } : {}),
      ...(beyond === 'having' ? { having: { call: 'isNotEmpty', args: [{ field: 'm0' }] } } : {}),
      object: words.object,
      groupBy: groups.map((one, index) => ({ as: `g${index}`, of: one })),
      measures: measures.map(({ fn, ...parts }, index) => ({
        as: `m${index}`,
        fn,
        ...(fn === 'count' ? (parts.where ? { where: parts.where } : {}) : { ...parts, of: parts.of ?? { field: 'intent' } }),
      })),
      // Without an order, which groups the limit leaves out is the database's whim.
      sort: groups.map((_, index) => ({ by: `g${index}` })),
    }))
}
