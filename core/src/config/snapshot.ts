import type { ConfigKind, ConfigOf } from './config-item.ts'
import type { ObjectType } from '../objects/object-type.ts'
import { linkParts, type PartOf } from '../objects/part-of.ts'
import { systemFields } from '../objects/system-fields.ts'
import type { Expression } from '../formulas/expression.ts'
import type { Label } from '../i18n/label.ts'
import { buildGraph, type ComputationGraph } from '../computed/computation-graph.ts'
import type { ComputedField } from '../computed/computed-field.ts'
import { describeComputed, type Language } from '../computed/describe-computed.ts'

/** A field as the engine uses it: an admin's or a system one, with the column that holds it. */
export interface FieldInfo {
  name: string
  label: Label
  help?: Label | undefined
  type: string
  settings: Record<string, unknown>
  column: string
  required: boolean
  requiredWhen?: Expression | undefined
  sensitive: boolean
  readOnly: boolean
  identifies: boolean
  searchable: boolean
  unique?: boolean | undefined
  system: boolean
  /** Set when nobody types its values but they follow from others; `type` and `settings` are then those of its results. */
  computed?: ComputedField
  /** True when its values are numbers that the platform hands out. */
  isNumbered?: boolean
  /** Set when it stands for rows of a sub-table: over which relation of theirs they are part of the record, and how many may be. */
  parts?: { over: string; max: number }
}

/** Whether people and doors fill it, rather than the engine. */
export const isTyped = (field: Pick<FieldInfo, 'computed' | 'isNumbered'>): boolean => !field.computed && !field.isNumbered

export interface ObjectInfo {
  definition: ObjectType
  name: string
  table: string
  /** By API name: system fields first, then the admin's in their order. */
  fields: ReadonlyMap<string, FieldInfo>
  /** Set when its records are rows of a sub-table. */
  partOf?: PartOf
  /** All sub-tables of the workspace, by name: the same map for every object. */
  subTables?: ReadonlyMap<string, ObjectInfo>
}

/**
 * All settings of a workspace at one version: made once per change, shared by every request until the next, never asked of
 * the database while serving.
 */
export interface Snapshot {
  readonly version: number
  /** The company's name. */
  readonly name: string
  readonly timeZone: string
  readonly objects: ReadonlyMap<string, ObjectInfo>
  /** The kinds of which there is something. */
  readonly kinds: readonly ConfigKind[]
  readonly computations: ComputationGraph
  item<K extends ConfigKind>(kind: K, id: string): ConfigOf<K> | undefined
  items<K extends ConfigKind>(kind: K): readonly ConfigOf<K>[]
  /** How often a setting was written, which a change of it may name; 0: it is not stored. */
  rev(kind: ConfigKind, id: string): number
}

export interface StoredItem {
  kind: ConfigKind
  id: string
  item: unknown
  rev?: number
}

const describeObject = (definition: ObjectType): ObjectInfo => {
  const fields = new Map<string, FieldInfo>()
  for (const field of systemFields) fields.set(field.name, { ...field, system: true })
  for (const field of definition.fields) fields.set(field.name, { ...field, column: field.id, system: false })
  return { definition, name: definition.name, table: definition.id, fields }
}

/** Objects as the engine uses them, each knowing what its computed fields read. */
export const describeObjects = (definitions: readonly ObjectType[], language: Language): Map<string, ObjectInfo> =>
  linkParts(describeComputed(new Map(definitions.map((definition) => [definition.name, describeObject(definition)])), language))

/** Builds the snapshot from stored items, which were checked against their schemas when they were written. */
export const buildSnapshot = (
  { version, name, timeZone }: Pick<Snapshot, 'version' | 'name' | 'timeZone'>,
  stored: readonly StoredItem[],
  language: Language,
): Snapshot => {
  const byKind = new Map<ConfigKind, Map<string, unknown>>()
  const revs = new Map<string, number>()
  for (const { kind, id, item, rev = 0 } of stored) {
    const items = byKind.get(kind) ?? new Map<string, unknown>()
    items.set(id, item)
    byKind.set(kind, items)
    revs.set(`${kind} ${id}`, rev)
  }
  const objects = describeObjects([...(byKind.get('object')?.values() ?? [])] as ObjectType[], language)
  const lists = new Map([...byKind].map(([kind, items]) => [kind, [...items.values()]] as const))
  return {
    version,
    name,
    timeZone,
    objects,
    kinds: [...byKind.keys()],
    computations: buildGraph(objects),
    item: <K extends ConfigKind>(kind: K, id: string) => byKind.get(kind)?.get(id) as ConfigOf<K> | undefined,
    items: <K extends ConfigKind>(kind: K) => (lists.get(kind) ?? []) as readonly ConfigOf<K>[],
    rev: (kind, id) => revs.get(`${kind} ${id}`) ?? 0,
  }
}
