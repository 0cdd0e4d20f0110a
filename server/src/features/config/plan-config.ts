import { createHash } from 'node:crypto'
import { canonicalJson, type ConfigKind } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { configKindNames, objectsOf, type ConfigTree } from './config-tree.ts'
import { planObject } from './plan-objects.ts'
import { canBeUnique } from '../unique/ask-unique.ts'
import { findDuplicates } from '../unique/find-duplicates.ts'
import type { PlanPart, Risk, WantedField, WantedObject } from './plan-part.ts'

/** Taking one away shuts a door that people outside may be using, or takes rights from colleagues. */
const doors: ReadonlySet<ConfigKind> = new Set<ConfigKind>(['form', 'source', 'channel'])

/**
 * What it takes to make the settings `wanted`. Kinds that `wanted` does not mention stay as they are; of those that it does,
 * it is all there is. Nothing is written; risks are found by counting what would be missed.
 */
export const planConfig = async (db: Queryable, now: ConfigTree, wanted: ConfigTree): Promise<PlanPart[]> => {
  const parts = compareTrees(now, wanted)
  return Promise.all(
    parts.map(async (part) =>
      part.risk ? part : withRisk(part, (await riskOfRemoval(db, now, part)) ?? (await riskOfUnique(db, now, part))),
    ),
  )
}

const withRisk = (part: PlanPart, risk: Risk | undefined): PlanPart => (risk ? { ...part, risk } : part)

/** The parts without a look at the data: for comparing two versions, where nothing is at stake. */
export const compareTrees = (now: ConfigTree, wanted: ConfigTree): PlanPart[] =>
  configKindNames
    .filter((kind) => wanted[kind])
    .flatMap((kind) => (kind === 'object' ? planObjects(now, wanted) : planItems(kind, now, wanted)))

const keysOf = (now: object | undefined, wanted: object | undefined): string[] => [
  ...new Set([...Object.keys(wanted ?? {}), ...Object.keys(now ?? {})]),
]

const planObjects = (now: ConfigTree, wanted: ConfigTree): PlanPart[] => {
  const [before, after] = [objectsOf(now), (wanted.object ?? {}) as Record<string, WantedObject>]
  return keysOf(before, after).flatMap((name) => planObject(name, before[name], after[name]))
}

const planItems = (kind: ConfigKind, now: ConfigTree, wanted: ConfigTree): PlanPart[] =>
  keysOf(now[kind], wanted[kind]).flatMap((id): PlanPart[] => {
    const [before, after] = [now[kind]?.[id] ?? null, wanted[kind]?.[id] ?? null]
    if (canonicalJson(before) === canonicalJson(after)) return []
    return [{ kind, id, before, after, action: before === null ? 'create' : after === null ? 'remove' : 'change' }]
  })

const riskOfRemoval = async (db: Queryable, now: ConfigTree, part: PlanPart): Promise<Risk | undefined> => {
  if (part.action !== 'remove') return undefined
  if (part.kind === 'object') return riskToData(db, now, part)
  if (part.kind === 'role') return riskToPeople(db, now, part.id)
  return doors.has(part.kind) ? { level: 'ask', code: 'door-closes' } : undefined
}

/** Identifiers come from the definition (`o_3`, `f_17`), never from outside. */
const riskToData = async (db: Queryable, now: ConfigTree, { id, field }: PlanPart): Promise<Risk | undefined> => {
  const object = objectsOf(now)[id]
  if (!object) return undefined
  const column = field === undefined ? undefined : object.fields.find((one) => one.name === field)?.id
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM w.${object.id} WHERE deleted_at IS NULL${column ? ` AND ${column} IS NOT NULL` : ''}`,
  )
  const count = row?.count ?? 0
  if (count === 0) return undefined
  return { level: 'ask', code: field === undefined ? 'object-has-records' : 'field-has-values', count }
}

/** A field is told not to repeat while it does: nothing would keep that promise. */
const riskOfUnique = async (db: Queryable, now: ConfigTree, part: PlanPart): Promise<Risk | undefined> => {
  const after = part.after as WantedField | null
  const object = objectsOf(now)[part.id]
  if (part.kind !== 'object' || part.field === undefined || !after?.unique || !object) return undefined
  if (!canBeUnique(after)) return { level: 'stop', code: 'cannot-be-unique' }
  const before = object.fields.find((field) => field.name === part.field)
  if (!before || before.unique) return undefined
  const { values } = await findDuplicates(db, object.id, before)
  return values > 0 ? { level: 'stop', code: 'has-duplicates', count: values } : undefined
}

/** A role that somebody holds cannot go: they would be left with fewer rights, or none, without anybody having said so. */
const riskToPeople = async (db: Queryable, now: ConfigTree, roleId: string): Promise<Risk | undefined> => {
  const user = objectsOf(now)['user']
  const column = user?.fields.find((field) => field.name === 'roles')?.id
  if (!user || !column) return undefined
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*) AS count FROM w.${user.id} WHERE deleted_at IS NULL AND $1 = ANY(${column})`,
    [roleId],
  )
  return row && row.count > 0 ? { level: 'stop', code: 'role-is-held', count: row.count } : undefined
}

/** Names a plan by what is in it: whoever agreed to one does not get another because somebody was faster. */
export const fingerprintOf = (parts: readonly PlanPart[]): string =>
  createHash('sha256')
    .update(canonicalJson(parts) ?? '')
    .digest('base64url')
    .slice(0, 22)
