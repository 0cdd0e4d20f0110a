import { canonicalJson, configKinds, fieldDraftSchema, objectDraftSchema, type ConfigKind, type ObjectType } from '@jieli/core'

import { withStandIns } from './record-names.ts'

type Tree = Record<string, unknown>

/**
 * An item as a file writes it: its members in the order of its schema, without its id (that is the key it stands under), and
 * without whatever the platform would fill in by itself. Reading it back gives the same item.
 */
export const compactItem = (kind: ConfigKind, item: unknown): Tree => {
  if (kind === 'object') return compactObject(item as ObjectType)
  const schema = configKinds[kind]
  const { id } = item as { id: unknown }
  const { id: _id, ...rest } = strip(item as Tree, (candidate) =>
    withStandIns({ ...candidate, id }, (named) => schema.parse(named) as Tree),
  )
  return rest
}

/** Field by field: an object of a thousand fields is not parsed a thousand times. */
const compactObject = ({ id: _id, fields, ...head }: ObjectType): Tree => {
  const {
    name: _name,
    fields: _none,
    ...rest
  } = strip({ ...head, fields: [] }, (candidate) => objectDraftSchema.parse(candidate))
  return {
    ...rest,
    fields: fields.map(({ id: _fieldId, ...field }) => strip(field, (candidate) => fieldDraftSchema.parse(candidate))),
  }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWhole = (value: Tree): boolean => 'zh-CN' in value || 'call' in value

/** Leaves out each member without which the parsed item is the same. */
const strip = (item: Tree, parse: (candidate: Tree) => unknown): Tree => {
  const root = copyOf(parse(inOrder(item) as Tree)) as Tree
  const full = canonicalJson(parse(root))
  const isSame = (): boolean => {
    try {
      return canonicalJson(parse(root)) === full
    } catch {
      // What the schema asks for cannot be left out.
      return false
    }
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (!isTree(node) || isWhole(node)) return
    for (const [key, member] of Object.entries(node)) {
      node[key] = undefined
      if (isSame()) continue
      node[key] = member
      visit(member)
    }
  }
  visit(root)
  return JSON.parse(JSON.stringify(root)) as Tree
}

/** A copy that may be cut into; `undefined` members are gone. */
const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Members that a reader looks for first. */
const first = ['id', 'name', 'label', 'zh-CN', 'call']
const placeOf = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length)

/**
 * Keys of maps have no order of their own: the database has one, a file another. Here they always have the same, before the
 * schema puts those it knows into its own.
 */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isTree(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
      .map(([key, member]) => [key, inOrder(member)]),
  )
}
