import type { ObjectInfo } from '../config/snapshot.ts'
import { call, field, literal, type Expression } from '../formulas/expression.ts'
import type { Access } from '../permissions/access.ts'
import type { RowScope } from '../permissions/role.ts'
import type { ObjectAccess } from '../permissions/unite-rights.ts'
import { authoriseExpressions, resolveField, type AuthorisedChildren } from './authorise-expressions.ts'
import { numberSought, wholeSought } from './number-sought.ts'
import type { BoardQuery, GroupQuery, RecordQuery } from './query.ts'
import { covered, openObject, tooCostly, type AuthoriseContext, type ResolvedField } from './resolve-path.ts'

declare const authorised: unique symbol

interface Authorised {
  readonly [authorised]: true
  object: ObjectInfo
  rows: RowScope[]
  /** The rows that this person may take out of the bin. */
  binned: RowScope[]
  access: Access
  /** Every path that the query names anywhere. */
  fields: ReadonlyMap<string, ResolvedField>
  /** The children that it asks, by what `over` says. */
  children: ReadonlyMap<string, AuthorisedChildren>
  /** Searchable fields this reader may search. */
  searchFields: ResolvedField[]
  /** Whole values that it looks for among covered ones: the answer tells of each whether it is there. */
  guesses: readonly string[]
}

/** Only these compile to SQL. There is no other way to make one than the functions below. */
export interface AuthorisedRecordQuery extends Authorised {
  query: RecordQuery
  select: ResolvedField[]
}
export interface AuthorisedGroupQuery extends Authorised {
  query: GroupQuery
}

/** Relations crossed in one query; each is a join. */
const MOST_JOINS = 12

const readable = (info: ObjectInfo, rights: ObjectAccess): string[] =>
  [...info.fields.values()].filter((field) => rights.best(field) !== 'none').map((field) => field.name)

/** Each relation crossed once, on each level of children anew. */
const countJoins = (fields: readonly ResolvedField[], children: ReadonlyMap<string, AuthorisedChildren>): number =>
  [...children.values()].reduce(
    (total, child) => total + countJoins([...child.fields.values()], child.children),
    new Set(fields.flatMap((resolved) => resolved.hops.map((hop) => hop.path))).size,
  )

interface Uses {
  expressions: Expression[]
  /** Fields named beside expressions, to sort by, add up or make columns of: their order or grouping would uncover them. */
  paths: string[]
  search: string | undefined
}

const open = (object: string, { expressions, paths, search }: Uses, shown: string[], context: AuthoriseContext) => {
  const { info, rights } = openObject(object, context)
  const select = (shown.length > 0 ? shown : readable(info, rights)).map((path) => resolveField(path, 'show', info, context))
  const { fields, children, named } = authoriseExpressions(expressions, info, context)
  for (const path of paths) {
    const resolved = resolveField(path, 'use', info, context)
    if (resolved.covered) throw covered(path)
    fields.set(path, resolved)
  }
  const searchFields = [...info.fields.values()].filter(
    (field) =>
      field.searchable &&
      context.fieldTypes[field.type]?.search !== undefined &&
      ['read', 'write'].includes(rights.best(field)),
  )
  if (countJoins([...fields.values(), ...select], children) > MOST_JOINS) throw tooCostly('too-many-relations', MOST_JOINS)
  const searched = searchFields.map((field) => resolveField(field.name, 'use', info, context))
  return {
    base: {
      object: info,
      rows: rights.read,
      binned: rights.delete,
      access: context.access,
      fields,
      children,
      searchFields: searched,
      guesses: [...named.map(String), ...wholeNumberIn(search, searched, context)],
    } as unknown as Authorised,
    select,
  }
}

/** One search is one guess, however many covered fields it is asked of; a part of a number, or a text, is none. */
const wholeNumberIn = (
  search: string | undefined,
  fields: readonly ResolvedField[],
  { fieldTypes }: AuthoriseContext,
): string[] => {
  const digits = numberSought(search ?? '')
  if (digits === undefined) return []
  const numbers = fields.filter(({ covered, field }) => covered && fieldTypes[field.type]?.search === 'trigram')
  return numbers.flatMap(({ field }) => wholeSought(field, digits, fieldTypes) ?? []).slice(0, 1)
}

/** Allows a query for a person, or refuses it whole: nothing is pruned, so a result never silently means something else. */
export const authoriseRecordQuery = (query: RecordQuery, context: AuthoriseContext): AuthorisedRecordQuery => {
  const uses = {
    expressions: query.where ? [query.where] : [],
    paths: (query.sort ?? []).map((sort) => sort.field),
    search: query.search,
  }
  const { base, select } = open(query.object, uses, query.select ?? [], context)
  return { ...base, query, select }
}

/** As above, for groups: keys and measures are uses. */
export const authoriseGroupQuery = (query: GroupQuery, context: AuthoriseContext): AuthorisedGroupQuery => {
  const expressions = [
    ...(query.where ? [query.where] : []),
    ...query.groupBy.map((key) => key.of),
    ...query.measures.flatMap((measure) => [measure.of, measure.where]).filter((part) => part !== undefined),
  ]
  const { base } = open(query.object, { expressions, paths: [], search: query.search }, ['id'], context)
  return { ...base, query }
}

/** A board as a query for each of its columns; `sum` is a use of a field like any other. */
export const authoriseBoardQuery = (board: BoardQuery, context: AuthoriseContext): AuthorisedRecordQuery[] => {
  const { by, columns, sum, where, ...query } = board
  return columns.map(({ value, after, sort = query.sort }) => {
    const isHere = value === null ? call('isEmpty', field(by)) : call('equals', field(by), literal(value))
    const condition = where ? call('and', isHere, where) : isHere
    const paths = [by, ...(sort ?? []).map((one) => one.field), ...(sum ? [sum] : [])]
    const uses = { expressions: [condition], paths, search: query.search }
    const { base, select } = open(query.object, uses, query.select ?? [], context)
    const page = { ...(sort ? { sort } : {}), ...(after ? { after } : {}) }
    return { ...base, select, query: { ...query, ...page, deleted: false, where: condition } }
  })
}
