import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import type { ChildrenExpression, Expression, Value } from '../formulas/expression.ts'
import { childrenOf, fieldsOf } from '../formulas/fields-of.ts'
import { findOpenUse } from '../formulas/find-open-use.ts'
import { targetsOf } from '../fields/points-to.ts'
import { MOST_QUESTIONS } from '../formulas/measure-expression.ts'
import { systemAccess, type Access } from '../permissions/access.ts'
import type { RowScope } from '../permissions/role.ts'
import { covered, forbidden, resolvePath, tooCostly, type AuthoriseContext, type ResolvedField } from './resolve-path.ts'

/** Children that may be asked: which, by which relation, and what of them is read. Those one may not see do not count. */
export interface AuthorisedChildren {
  /** `order.lead` */
  over: string
  object: ObjectInfo
  /** The child's field that points to the record. */
  relation: FieldInfo
  /** The children whose relation may be read. Undefined: all of the reader's. */
  readable: RowScope[] | undefined
  rows: RowScope[]
  access: Access
  fields: ReadonlyMap<string, ResolvedField>
  children: ReadonlyMap<string, AuthorisedChildren>
}

/** Children of children, and no further. */
const MOST_LEVELS = 2

interface AuthorisedLevel {
  fields: Map<string, ResolvedField>
  children: Map<string, AuthorisedChildren>
  /** Whole values named, to be compared with covered ones; those asked of children too. */
  named: Value[]
}

/** Finds and allows everything that expressions over an object read: its fields, hops, children and theirs. */
export const authoriseExpressions = (
  expressions: readonly Expression[],
  info: ObjectInfo,
  context: AuthoriseContext,
): AuthorisedLevel => {
  if (expressions.reduce((total, one) => total + countQuestions(one), 0) > MOST_QUESTIONS)
    throw tooCostly('too-many-child-questions', MOST_QUESTIONS)
  return authoriseLevel(expressions, info, context, 0)
}

/**
 * Finds a path and the rights along it; of a field that is reckoned at every read, also what it is reckoned from. Whether it
 * may be read was decided by its own right, so what goes into it is taken as the platform reads it.
 */
export const resolveField = (
  path: string,
  purpose: 'show' | 'use',
  root: ObjectInfo,
  context: AuthoriseContext,
): ResolvedField => {
  const resolved = resolvePath(path, purpose, root, context)
  const { computed } = resolved.field
  if (!computed?.isVolatile || computed.fault) return resolved
  const object = resolved.hops.at(-1)?.target ?? root
  const whole = { ...context, access: systemAccess }
  const { fields, children } = authoriseExpressions([computed.expression], object, whole)
  return { ...resolved, reckoned: { object, fields, children } }
}

const authoriseLevel = (
  expressions: readonly Expression[],
  info: ObjectInfo,
  context: AuthoriseContext,
  level: number,
): AuthorisedLevel => {
  const fields = new Map<string, ResolvedField>()
  for (const path of expressions.flatMap(fieldsOf)) fields.set(path, resolveField(path, 'use', info, context))
  const named = keepCovered(expressions, fields, context)
  const children = new Map<string, AuthorisedChildren>()
  for (const [over, asked] of Map.groupBy(expressions.flatMap(childrenOf), (one) => one.over)) {
    if (level === MOST_LEVELS) throw tooCostly('children-too-deep', MOST_LEVELS)
    const found = findChildren(over, info, context)
    const { named: below, ...parts } = authoriseLevel(asked.flatMap(partsOfQuestion), found.object, context, level + 1)
    children.set(over, { ...found, ...parts })
    named.push(...below)
  }
  return { fields, children, named }
}

/** Of covered values only whole ones may be named, and so few that trying all that a cover leaves open takes many questions. */
const MOST_COVERED_VALUES = 20

const keepCovered = (
  expressions: readonly Expression[],
  fields: ReadonlyMap<string, ResolvedField>,
  context: AuthoriseContext,
): Value[] => {
  if (!context.access.covers) return []
  const isCovered = (path: string): boolean => fields.get(path)?.covered === true
  const uses = expressions.map((one) => findOpenUse(one, isCovered, context.functions))
  const open = uses.find((use) => use.open !== undefined)?.open
  if (open !== undefined) throw covered(open)
  const named = uses.flatMap((use) => use.named)
  if (named.length > MOST_COVERED_VALUES) throw tooCostly('too-many-covered-values', MOST_COVERED_VALUES)
  return named
}

/** Unknown, forbidden, and pointing elsewhere are one answer. */
const findChildren = (
  over: string,
  parent: ObjectInfo,
  context: AuthoriseContext,
): Omit<AuthorisedChildren, 'fields' | 'children'> => {
  const [name = '', relationName = '', ...more] = over.split('.')
  const object = context.snapshot.objects.get(name)
  const rights = object && context.access.object(object)
  const relation = object?.fields.get(relationName)
  const right = relation && rights ? rights.best(relation) : 'none'
  if (
    more.length > 0 ||
    !object ||
    !relation ||
    !rights ||
    rights.read.length === 0 ||
    right === 'none' ||
    right === 'mask' ||
    !targetsOf(relation, context.fieldTypes).includes(parent.name)
  )
    throw forbidden(over)
  return {
    over,
    object,
    relation,
    readable: rights.rowsWith(relation, 'read'),
    rows: rights.read,
    access: context.access,
  }
}

const partsOfQuestion = ({ where, of }: ChildrenExpression): Expression[] => [where, of].filter((part) => part !== undefined)

const countQuestions = (expression: Expression): number =>
  childrenOf(expression).reduce(
    (total, one) => total + 1 + partsOfQuestion(one).reduce((inside, part) => inside + countQuestions(part), 0),
    0,
  )
