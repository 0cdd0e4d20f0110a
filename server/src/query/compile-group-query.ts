import { AppError, type AuthorisedGroupQuery, type GroupQuery, type Measure, type ValueType } from '@jieli/core'
import { Bindings, type Statement } from './bindings.ts'
import { SourceCompiler, type QueryTime } from './compile-source.ts'

/** Groups and their figures as one statement; columns come back under the names that the query gave. */
export const compileGroupQuery = (authorised: AuthorisedGroupQuery, time: QueryTime): Statement => {
  const { query } = authorised
  requireNamesOnce(query)
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const keys = query.groupBy.map((key) => `${source.value(key.of)} AS "${key.as}"`)
  const measures = query.measures.map((measure) => `${measureSql(measure, source)} AS "${measure.as}"`)
  const where = [
    source.rows(),
    ...(query.where ? [`(${source.condition(query.where)})`] : []),
    ...(query.search ? [source.search(query.search)] : []),
  ]
  const groups = query.groupBy.map((_, index) => index + 1).join(', ')
  const text = `SELECT ${[...keys, ...measures].join(', ')}
FROM ${source.from()}
WHERE ${where.join('\n  AND ')}
${groups === '' ? '' : `GROUP BY ${groups}\n`}${orderSql(query.sort ?? [], new Set([...query.groupBy, ...query.measures].map((part) => part.as)))}
LIMIT ${bindings.bindAs(query.limit, 'int')}`
  return { text, params: bindings.params }
}

const requireNamesOnce = ({ groupBy, measures }: GroupQuery): void => {
  const names = [...groupBy, ...measures].map((part) => part.as)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw new AppError('invalid-query', { details: { reason: twice } })
}

/** What can be added up, and what has a least and a greatest. */
const numbers: readonly ValueType[] = ['number']
const ordered: readonly ValueType[] = ['number', 'text', 'date', 'instant']

const orderSql = (sort: { by: string; direction: 'asc' | 'desc' }[], names: Set<string>): string => {
  for (const { by } of sort) if (!names.has(by)) throw new AppError('invalid-query', { details: { reason: by } })
  return sort.length === 0
    ? ''
    : `ORDER BY ${sort.map(({ by, direction }) => `"${by}" ${direction === 'desc' ? 'DESC' : 'ASC'} NULLS LAST`).join(', ')}`
}

const measureSql = (measure: Measure, source: SourceCompiler): string => {
  const filter = measure.where ? source.condition(measure.where) : undefined
  const filtered = filter ? ` FILTER (WHERE ${filter})` : ''
  if (measure.fn === 'count') return `count(*)${filtered}::int`
  if (measure.fn === 'share') {
    const of = measure.of ? source.condition(measure.of) : 'TRUE'
    return `(count(*) FILTER (WHERE (${of}) AND (${filter ?? 'TRUE'}))::float8 / nullif(count(*) FILTER (WHERE ${of}), 0))`
  }
  if (!measure.of) throw new AppError('invalid-query', { details: { reason: measure.as } })
  const of = source.value(measure.of, measure.fn === 'min' || measure.fn === 'max' ? ordered : numbers)
  // What a formula multiplies up beyond a double's range would stop the whole query.
  if (measure.fn === 'median')
    return `percentile_cont(0.5) WITHIN GROUP (ORDER BY (CASE WHEN abs(${of}) < 1e300 THEN ${of} END)::float8)${filtered}`
  return `${measure.fn}(${of})${filtered}`
}
