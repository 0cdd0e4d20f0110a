import { childrenOf, MOST_QUESTIONS, type Dependent, type FieldInfo, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Applied } from '../records/change.ts'
import { writeEvents } from '../records/event-log.ts'
import type { Cause, Context } from '../workspace/workspace.ts'
import { findDependents } from './find-dependents.ts'
import { changedNames } from './reckon-in-memory.ts'
import { recompute, type Recomputed } from './recompute.ts'

/** What follows from a write in its own transaction; more records than this are done by a job, piece by piece. */
export const MOST_AT_ONCE = 1_000

/** Has what follows from these records done by a job: it is too much for the transaction that changed them. */
export type Later = (context: Context, tx: Transaction, dependent: Dependent, changed: readonly string[]) => Promise<void>

/** Fields still to be reckoned anew, and on which records. */
class Pending {
  readonly #todo = new Map<FieldInfo, { object: ObjectInfo; ids: Set<string> }>()

  add({ object, field }: Pick<Dependent, 'object' | 'field'>, ids: readonly string[]): void {
    if (ids.length === 0) return
    const known = this.#todo.get(field) ?? { object, ids: new Set<string>() }
    for (const id of ids) known.ids.add(id)
    this.#todo.set(field, known)
  }

  /** The fields of one object on the lowest level: nothing that is still to come changes what they read. */
  next(): { object: ObjectInfo; fields: FieldInfo[]; ids: string[] } | undefined {
    const level = Math.min(...[...this.#todo.keys()].map(levelOf))
    const first = [...this.#todo].find(([field]) => levelOf(field) === level)
    if (!first) return undefined
    const { object } = first[1]
    const stage = withinOneQuery([...this.#todo].filter(([field, todo]) => todo.object === object && levelOf(field) === level))
    for (const [field] of stage) this.#todo.delete(field)
    return {
      object,
      fields: stage.map(([field]) => field),
      ids: [...new Set(stage.flatMap(([, { ids }]) => [...ids]))].toSorted(),
    }
  }
}

/** The fields that one statement can reckon: it asks children so many questions and no more. */
const withinOneQuery = <T>(stage: readonly [FieldInfo, T][]): [FieldInfo, T][] => {
  let questions = 0
  return stage.filter(([{ computed }], index) => {
    questions += computed ? childrenOf(computed.expression).length : 0
    return index === 0 || questions <= MOST_QUESTIONS
  })
}

const levelOf = ({ computed }: FieldInfo): number => computed?.level ?? 0

/**
 * Brings every stored value that follows from these changes up to date, in the same transaction: parents' sums, what others
 * look up here, and what follows from that, level by level, one statement for each. Where too many records follow, a job does it.
 */
export const settleDependents = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  changed: readonly Applied[],
  later: Later,
): Promise<void> => {
  const graph = context.workspace.config.current.computations
  const pending = new Pending()
  const work: Work = { context: { ...context, ...causeOf(context, changed) }, tx, pending, later }
  const found = new Map<Dependent, Applied[]>()
  for (const one of changed) {
    for (const dependent of dependentsOf(context, info, one)) found.set(dependent, [...(found.get(dependent) ?? []), one])
    if (one.action === 'restore')
      for (const field of graph.kept(info.name)) pending.add({ object: info, field }, [one.after.id])
  }
  for (const [dependent, ones] of found) await follow(work, dependent, ones)
  await settle(work)
}

/** Reckons a field of these records anew, and all that follows from them. */
export const recomputeAndSettle = async (
  context: Context,
  tx: Transaction,
  { object, field, ids, isNew }: { object: ObjectInfo; field: FieldInfo; ids: readonly string[]; isNew: boolean },
  later: Later,
): Promise<void> => {
  const pending = new Pending()
  pending.add({ object, field }, ids)
  await settle({ context, tx, pending, later, ...(isNew ? { untold: field } : {}) })
}

/**
 * Brings what reads one field up to date after its cells were written past `applyChange`, as when options are merged: formulas
 * of the same records, parents' sums, what is looked up here.
 */
export const settleField = async (
  context: Context,
  tx: Transaction,
  { object, field, ids }: { object: string; field: string; ids: readonly string[] },
  later: Later,
): Promise<void> => {
  if (ids.length === 0) return
  const work: Work = { context, tx, pending: new Pending(), later }
  for (const dependent of context.workspace.config.current.computations.dependents(object, field))
    await followFrom(work, dependent, ids)
  await settle(work)
}

const dependentsOf = (context: Context, info: ObjectInfo, one: Applied): Set<Dependent> => {
  const graph = context.workspace.config.current.computations
  // Nobody pointed to a record before there was one, and it was reckoned whole when it was made.
  if (one.action === 'create') return new Set(graph.onExistence(info.name).filter(({ way }) => way.at(-1)?.kind === 'down'))
  if (one.action !== 'update') return new Set(graph.onExistence(info.name))
  const following = changedNames(one).flatMap((name) => graph.dependents(info.name, name))
  return new Set(following.filter(({ way, field }) => way.length > 0 || field.computed?.asksChildren))
}

interface Work {
  context: Context
  tx: Transaction
  pending: Pending
  later: Later
  /** A field that is new: what it begins with is its definition's doing, not a change of every record. */
  untold?: FieldInfo
}

const follow = async (work: Work, dependent: Dependent, ones: readonly Applied[]): Promise<void> => {
  const [step] = dependent.way
  if (step?.kind !== 'down') {
    await followFrom(
      work,
      dependent,
      ones.map(({ after }) => after.id),
    )
    return
  }
  // A child that moves changes the parent it leaves as well as the one it comes to.
  const parents = ones.flatMap(({ before, after }) =>
    [before, after].flatMap((record) => idsIn(record?.values[step.relation.name])),
  )
  work.pending.add(dependent, parents)
}

const followFrom = async (work: Work, dependent: Dependent, changed: readonly string[]): Promise<void> => {
  const { context, tx, pending, later } = work
  const ids = await findDependents(tx, context, dependent, changed, MOST_AT_ONCE)
  if (ids.length <= MOST_AT_ONCE) pending.add(dependent, ids)
  else await later(context, tx, dependent, changed)
}

const settle = async (work: Work): Promise<void> => {
  const { context, tx, pending } = work
  const graph = context.workspace.config.current.computations
  for (let stage = pending.next(); stage; stage = pending.next()) {
    const moved = await recompute(context, tx, stage.object, stage.fields, stage.ids)
    if (!work.untold || !stage.fields.includes(work.untold)) tell(context, tx, stage.object, moved)
    for (const [name, ids] of byField(moved))
      for (const dependent of graph.dependents(stage.object.name, name)) await followFrom(work, dependent, ids)
  }
}

const byField = (moved: readonly Recomputed[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>()
  for (const { id, changes } of moved) for (const name of Object.keys(changes)) ids.set(name, [...(ids.get(name) ?? []), id])
  return ids
}

const tell = (context: Context, tx: Transaction, info: ObjectInfo, moved: readonly Recomputed[]): void => {
  writeEvents(
    context,
    tx,
    moved.map(({ id, changes }) => ({
      kind: 'record.computed',
      object: info.name,
      recordId: id,
      changes,
      actor: { kind: 'system', id: null },
    })),
  )
}

/** The event that set it going: the first of the write's. */
const causeOf = (context: Context, changed: readonly Applied[]): { cause?: Cause } => {
  const causeId = changed.find(({ eventId }) => eventId !== null)?.eventId
  if (!causeId) return {}
  return { cause: { causeId, rootId: context.cause?.rootId ?? causeId, depth: (context.cause?.depth ?? -1) + 1 } }
}

const idsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []
