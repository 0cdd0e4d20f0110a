import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import type { FieldRead, Step } from './field-read.ts'

/** A stored field that must be reckoned anew when what it reads changes, on the records at the other end of the way. */
export interface Dependent {
  object: ObjectInfo
  field: FieldInfo
  /** From those records to what changed; empty: the same record. */
  way: readonly Step[]
}

/** Which stored computed fields follow from which fields: made once per snapshot. */
export interface ComputationGraph {
  /** What follows from a field of an object. */
  dependents(object: string, field: string): readonly Dependent[]
  /** What follows from a record of the object coming to be, going, or coming back, as others see it. */
  onExistence(object: string): readonly Dependent[]
  /** The stored computed fields of an object, those that others stand on first. */
  kept(object: string): readonly FieldInfo[]
  /** True when records are asked of their children over this relation: who writes a child changes its parent. */
  isAskedOver(object: string, relation: string): boolean
}

/** True when values are kept in the field's column and the engine keeps them right. */
export const isKept = ({ computed }: FieldInfo): boolean =>
  computed !== undefined && !computed.isVolatile && computed.fault === undefined

/** The graph of the computed fields of these objects. */
export const buildGraph = (objects: ReadonlyMap<string, ObjectInfo>): ComputationGraph => {
  const byField = new Map<string, Dependent[]>()
  const byObject = new Map<string, Dependent[]>()
  const asked = new Set<string>()
  const kept = new Map<string, FieldInfo[]>()
  for (const info of objects.values()) {
    const fields = [...info.fields.values()].filter(isKept)
    kept.set(
      info.name,
      fields.toSorted((a, b) => (a.computed?.level ?? 0) - (b.computed?.level ?? 0)),
    )
    for (const field of fields) {
      for (const read of field.computed?.reads ?? []) {
        const dependent = { object: info, field, way: read.way }
        add(byField, `${read.object}.${read.field.name}`, dependent)
        noteWay(read, dependent, byObject, asked)
      }
    }
  }
  return {
    dependents: (object, field) => byField.get(`${object}.${field}`) ?? [],
    onExistence: (object) => byObject.get(object) ?? [],
    kept: (object) => kept.get(object) ?? [],
    isAskedOver: (object, relation) => asked.has(`${object}.${relation}`),
  }
}

const noteWay = (read: FieldRead, dependent: Dependent, byObject: Map<string, Dependent[]>, asked: Set<string>): void => {
  const last = read.way.at(-1)
  if (!last) return
  add(byObject, read.object, dependent)
  if (last.kind === 'down') asked.add(`${last.to}.${last.relation.name}`)
}

const add = (map: Map<string, Dependent[]>, key: string, dependent: Dependent): void => {
  const known = map.get(key) ?? []
  const isThere = known.some(({ field, way }) => field === dependent.field && sameWay(way, dependent.way))
  if (!isThere) map.set(key, [...known, dependent])
}

const sameWay = (a: readonly Step[], b: readonly Step[]): boolean =>
  a.length === b.length && a.every((step, index) => step.kind === b[index]?.kind && step.relation === b[index]?.relation)
