import { AppError, type AuthorisedGroupQuery, type GroupQuery, type Measure, type ValueType } from '@jieli/core'
import { Bindings, type Statement } from './bindings.ts'
import { SourceCompiler } from './compile-source.ts'
import type { Column } from './named-columns.ts'
import type { QueryTime } from './sql-context.ts'

/** Marks the group of what the limit left out; no key or measure can be called so. */
const OTHERS = '_others'

/** Groups and their figures as one statement; columns come back under the names that the query gave. */
export const compileGroupQuery = (authorised: AuthorisedGroupQuery, time: QueryTime): Statement => {
  const { query } = authorised
  requireSense(query)
  const bindings = new Bindings()
  const source = new SourceCompiler(authorised, bindings, time)
  const keys = query.groupBy.map((key) => ({ as: key.as, sql: source.value(key.of) }))
  const measures = query.measures.map((measure) => ({ as: measure.as, sql: measureSql(measure, source) }))
  const where = [
    source.rows(),
    ...(query.where ? [`(${source.condition(query.where)})`] : []),
    ...(query.search?.trim() ? [source.search(query.search)] : []),
  ].join('\n  AND ')
  const selected = [...keys, ...measures].map(({ as, sql }) => `${sql} AS "${as}"`).join(', ')
  const having = query.having && source.conditionOver(query.having, resultsOf(query, source))
  const from = `FROM ${source.from()}\nWHERE ${where}`
  const groups = `SELECT ${selected}\n${from}${keys.length === 0 ? '' : `\nGROUP BY ${keys.map((_, index) => index + 1).join(', ')}`}`
  const kept = having === undefined ? groups : `SELECT * FROM (${groups}) g\nWHERE ${having}`
  const top = `${kept}\n${orderSql(query)}LIMIT ${bindings.bindAs(query.limit, 'int')}`
  if (!query.others) return { text: top, params: bindings.params }
  const isTop = keys.map(({ as, sql }) => `top."${as}" IS NOT DISTINCT FROM ${sql}`).join(' AND ')
  const text = `WITH top AS MATERIALIZED (${top})
SELECT top.*, FALSE AS ${OTHERS} FROM top
UNION ALL
SELECT ${[...keys.map(() => 'NULL'), ...measures.map(({ sql }) => sql), 'TRUE'].join(', ')}
${from}
  AND NOT EXISTS (SELECT 1 FROM top WHERE ${isTop})
HAVING count(*) > 0`
  return { text, params: bindings.params }
}

const requireSense = ({ groupBy, measures, sort = [], having, others }: GroupQuery): void => {
  const names = [...groupBy, ...measures].map((part) => part.as)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  const unknown = sort.find(({ by }) => !names.includes(by))?.by
  // The rest is reckoned as what no shown group holds; it would count the groups that `having` turned away.
  const isAtOdds = others && (having !== undefined || groupBy.length === 0)
  const reason = twice ?? unknown ?? (isAtOdds ? 'others' : undefined)
  if (reason !== undefined) throw new AppError('invalid-query', { details: { reason } })
}

/** What has an equality worth counting by. */
const scalar: readonly ValueType[] = ['number', 'text', 'boolean', 'date', 'instant', 'id']
/** What can be added up, and what has a least and a greatest. */
const numbers: readonly ValueType[] = ['number']
const ordered: readonly ValueType[] = ['number', 'text', 'date', 'instant']

/** Whose order is not given and whose rest is asked for: the largest first, by the first figure. */
const orderSql = ({ sort = [], measures, others }: GroupQuery): string => {
  const wanted = sort.length > 0 || !others ? sort : [{ by: measures[0]?.as ?? '', direction: 'desc' as const }]
  return wanted.length === 0
    ? ''
    : `ORDER BY ${wanted.map(({ by, direction }) => `"${by}" ${direction === 'desc' ? 'DESC' : 'ASC'} NULLS LAST`).join(', ')}\n`
}

const resultsOf = ({ groupBy, measures }: GroupQuery, source: SourceCompiler): Map<string, Column> => {
  const results = new Map<string, Column>()
  for (const { as, of } of groupBy) results.set(as, { sql: `g."${as}"`, ...source.typeOf(of) })
  for (const { as, fn, of } of measures) {
    const type = of && (fn === 'min' || fn === 'max') ? source.typeOf(of).type : 'number'
    // Shares and medians are doubles, which numbers of the language are not.
    results.set(as, { sql: type === 'number' ? `g."${as}"::numeric` : `g."${as}"`, type, columnType: undefined })
  }
  return results
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
  if (measure.fn === 'distinct') return `count(DISTINCT ${source.value(measure.of, scalar)})${filtered}::int`
  const of = source.value(measure.of, measure.fn === 'min' || measure.fn === 'max' ? ordered : numbers)
  // What a formula multiplies up beyond a double's range would stop the whole query.
  if (measure.fn === 'median')
    return `percentile_cont(0.5) WITHIN GROUP (ORDER BY (CASE WHEN abs(${of}) < 1e300 THEN ${of} END)::float8)${filtered}`
  return `${measure.fn}(${of})${filtered}`
}
