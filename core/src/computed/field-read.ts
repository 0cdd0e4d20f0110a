import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import { partsOf, type ChildrenExpression, type Expression } from '../formulas/expression.ts'
import { childrenOf, fieldsOf } from '../formulas/fields-of.ts'

/** From one record to another: up a relation to the one it points to, or down to those whose relation points to it. */
export interface Step {
  kind: 'up' | 'down'
  /** The object that is left, and the one that is reached. */
  from: string
  to: string
  /** On `from` going up, on `to` going down. */
  relation: FieldInfo
}

/** A field that an expression reads, and the way to it from the record it is reckoned for. */
export interface FieldRead {
  object: string
  field: FieldInfo
  /** Empty: of the record itself. */
  way: readonly Step[]
}

/** Fields by name, and the objects their relations lead to. */
export interface FieldFinder {
  fieldOf(object: string, name: string): FieldInfo | undefined
  targetOf(field: FieldInfo): string | undefined
  /** Which of the records that it points to count depends on who reads, so no value that is kept may rest on it. */
  isSeenInPart(field: FieldInfo): boolean
}

/** Farther than people can follow, and every hop is a join. */
const MOST_HOPS = 3

export type Reads = { reads: FieldRead[] } | { missing: string }

/**
 * Every field an expression reads, relations crossed included: what its result changes with. `missing` names the first path
 * that leads nowhere, or farther than a computed field may: what children are asked must be about their own fields, so that
 * whoever writes a child knows all there is to reckon anew (a lookup on the child goes further).
 */
export const readsOf = (expression: Expression, root: ObjectInfo['name'], finder: FieldFinder): Reads => {
  const reads: FieldRead[] = []
  for (const path of fieldsOf(expression)) {
    const found = readsAlong(path, root, finder)
    if (!found) return { missing: path }
    reads.push(...found)
  }
  for (const asked of childrenOf(expression)) {
    const found = readsOfChildren(asked, root, finder)
    if ('missing' in found) return found
    reads.push(...found.reads)
  }
  return { reads }
}

const readsAlong = (path: string, root: string, finder: FieldFinder): FieldRead[] | undefined => {
  const parts = path.split('.')
  if (parts.length > MOST_HOPS + 1) return undefined
  const reads: FieldRead[] = []
  let [object, way]: [string, readonly Step[]] = [root, []]
  for (const [index, part] of parts.entries()) {
    const field = finder.fieldOf(object, part)
    if (!field || finder.isSeenInPart(field)) return undefined
    reads.push({ object, field, way })
    if (index === parts.length - 1) return reads
    const target = finder.targetOf(field)
    if (target === undefined) return undefined
    way = [...way, { kind: 'up', from: object, to: target, relation: field }]
    object = target
  }
  return undefined
}

const readsOfChildren = (asked: ChildrenExpression, root: string, finder: FieldFinder): Reads => {
  const [child = '', name = ''] = asked.over.split('.')
  const relation = finder.fieldOf(child, name)
  if (!relation || finder.isSeenInPart(relation) || finder.targetOf(relation) !== root) return { missing: asked.over }
  const way: Step[] = [{ kind: 'down', from: root, to: child, relation }]
  const reads: FieldRead[] = [{ object: child, field: relation, way }]
  for (const { part } of partsOf(asked)) {
    const deeper = childrenOf(part)[0]
    if (deeper) return { missing: deeper.over }
    for (const path of fieldsOf(part)) {
      const field = finder.fieldOf(child, path)
      if (!field || finder.isSeenInPart(field)) return { missing: path }
      reads.push({ object: child, field, way })
    }
  }
  return { reads }
}
