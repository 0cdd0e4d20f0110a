import { z } from 'zod'
import {
  isKept,
  textOf,
  type Dependent,
  type Field,
  type FieldInfo,
  type ObjectInfo,
  type ObjectType,
  type Step,
} from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { defineJob, type StepResult } from '../long-jobs/job-kind.ts'
import { dropFieldColumn } from '../objects/object-tables.ts'
import { startJob } from '../long-jobs/start-job.ts'
import type { Context } from '../workspace/workspace.ts'
import { beginningOf, findWritten, UNTIL_ALL_KNOW_MS } from './catch-up.ts'
import { recordsAlongSql } from './find-dependents.ts'
import { numberRecords } from './hand-out-numbers.ts'
import { MOST_AT_ONCE, recomputeAndSettle, type Later } from './settle-dependents.ts'

/** Records reckoned by one step: well under a second, and held no longer. */
const CHUNK = 500

const input = z.object({
  object: z.string(),
  field: z.string(),
  /** In words, for the list of jobs. */
  title: z.string().default(''),
  /** The records at the other end of these relations that changed; absent: every record of the object is reckoned. */
  along: z.array(z.string()).optional(),
  from: z.array(z.string()).optional(),
  /** The column that kept the field before it was defined anew: it goes when the new one is filled. */
  instead: z.string().optional(),
})

type Input = z.output<typeof input>

/**
 * - fill: record by record in the order of their ids. Writes that come meanwhile reckon for themselves, so it does not matter;
 * - catch-up: after a definition's change, what processes wrote that had not yet heard of it.
 */
type State =
  | { phase: 'fill'; after: string | null; done: number; beganAt: string | null }
  | { phase: 'catch-up'; after: string }

/**
 * Works a field out for many records, a chunk to a transaction: a new field for those that are there, or what follows from a
 * change of something many look up.
 */
export const fillField = defineJob<Input, State>({
  kind: 'fill-field',
  input,
  label: ({ title }) => ({ 'zh-CN': `计算「${title}」`, en: `Working out “${title}”` }),
  begin: () => ({ phase: 'fill', after: null, done: 0, beganAt: null }),
  step: async (context, tx, { input: wanted, state }) => {
    // The job may be quicker than word of the definition it is for.
    if (state.after === null) await context.workspace.config.refresh()
    const object = context.workspace.config.current.objects.get(wanted.object)
    const field = object?.fields.get(wanted.field)
    if (!object || !field || !isFilled(field)) return finish(tx, wanted, object)
    const target = { object, field }
    // A job that an older program began names no phase: it is filling.
    return state.phase === 'catch-up'
      ? catchUp(context, tx, wanted, { ...target, state })
      : fill(context, tx, wanted, { ...target, state })
  },
})

interface Target<Phase extends State> {
  object: ObjectInfo
  field: FieldInfo
  state: Phase
}

const fill = async (
  context: Context,
  tx: Transaction,
  wanted: Input,
  { object, field, state }: Target<State & { phase: 'fill' }>,
): Promise<StepResult<State>> => {
  const beganAt = state.beganAt ?? context.now
  const ids = await nextIds(context, tx, object, field, wanted, state.after)
  if (ids.length === 0) {
    // What begins with a definition is no event of any record, so the pages are told here.
    tx.afterCommit(() => context.workspace.commits.publish({ objects: [object.name], noticed: [] }))
    if (wanted.along) return finish(tx, wanted, object)
    return { next: { phase: 'catch-up', after: beginningOf(context, beganAt) }, pauseMs: UNTIL_ALL_KNOW_MS }
  }
  const total = state.after === null ? { total: await countAll(context, tx, object, field, wanted) } : {}
  await fillRecords(context, tx, { object, field, ids, isNew: wanted.along === undefined })
  const done = state.done + ids.length
  return { next: { phase: 'fill', after: ids.at(-1) ?? null, done, beganAt }, done, ...total }
}

const catchUp = async (
  context: Context,
  tx: Transaction,
  wanted: Input,
  { object, field, state }: Target<State & { phase: 'catch-up' }>,
): Promise<StepResult<State>> => {
  const written = await findWritten(context, tx, { object, field }, state.after)
  if (!written) return finish(tx, wanted, object)
  await fillRecords(context, tx, { object, field, ids: written.ids, isNew: false })
  return { next: { phase: 'catch-up', after: written.after } }
}

const finish = async (tx: Transaction, { instead }: Input, object: ObjectInfo | undefined): Promise<StepResult<State>> => {
  if (object && instead) await dropFieldColumn(tx, object.table, instead)
  return { finished: {} }
}

/** A result that moves with time is reckoned at every read. */
const isFilled = (field: FieldInfo): boolean => isKept(field) || field.isNumbered === true

/** Has a field worked out for every record of its object. */
export const startFill = (
  context: Context,
  tx: Transaction,
  object: ObjectType,
  field: Pick<Field, 'name' | 'label'> & { instead?: string | undefined },
): Promise<string> =>
  startJob(byPlatform(context), tx, fillField, {
    object: object.name,
    field: field.name,
    title: titleOf(object, field),
    ...(field.instead ? { instead: field.instead } : {}),
  })

/** Nobody asked for it by itself, so nobody is told when it is done: the page shows that a field is being worked out. */
const byPlatform = (context: Context): Context => ({ ...context, access: { ...context.access, userId: null } })

/** Works a field out at once for the records that are there, when they are few; the job then finds nothing left to do. */
export const fillIfFew = async (context: Context, objectName: string, name: string): Promise<void> => {
  const object = context.workspace.config.current.objects.get(objectName)
  const field = object?.fields.get(name)
  if (!object || !field || !isFilled(field)) return
  await context.workspace.db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `SELECT t.id FROM w.${object.table} t WHERE t.deleted_at IS NULL ORDER BY t.id LIMIT ${MOST_AT_ONCE + 1}`,
    )
    if (rows.length <= MOST_AT_ONCE)
      await fillRecords(context, tx, { object, field, ids: rows.map(({ id }) => id), isNew: true })
  })
}

/** What follows from too many records at once is left to a job of the platform's own. */
export const fillLater: Later = async (context, tx, { object, field, way }: Dependent, changed) => {
  await startJob(byPlatform(context), tx, fillField, {
    object: object.name,
    field: field.name,
    title: titleOf(object.definition, field),
    along: way.map(({ relation }) => relation.name),
    from: [...changed],
  })
}

const titleOf = (object: Pick<ObjectType, 'label'>, field: Pick<Field, 'label'>): string =>
  `${textOf(object.label)}.${textOf(field.label)}`

/** Gives these records their value: worked out, or a number handed out. */
export const fillRecords = async (
  context: Context,
  tx: Transaction,
  { object, field, ids, isNew }: { object: ObjectInfo; field: FieldInfo; ids: readonly string[]; isNew: boolean },
): Promise<void> => {
  if (isKept(field)) await recomputeAndSettle(context, tx, { object, field, ids, isNew }, fillLater)
  else if (field.isNumbered) await numberRecords(context, tx, object, field, ids)
}

/** In the order in which records were made, which is that of their ids: numbers then follow it. */
const nextIds = async (
  context: Context,
  tx: Transaction,
  object: ObjectInfo,
  field: FieldInfo,
  wanted: Input,
  after: string | null,
): Promise<string[]> => {
  const { among, params } = amongOf(context, object, field, wanted)
  const rows = await tx.query<{ id: string }>(
    `SELECT t.id FROM w.${object.table} t WHERE t.deleted_at IS NULL ${among} ${after === null ? '' : `AND t.id > $${params.length + 1}`}
     ORDER BY t.id LIMIT ${CHUNK}`,
    after === null ? params : [...params, after],
  )
  return rows.map(({ id }) => id)
}

/** So that the bar people see has an end. Counted once; what comes meanwhile is worked out by whoever writes it. */
const countAll = async (
  context: Context,
  tx: Transaction,
  object: ObjectInfo,
  field: FieldInfo,
  wanted: Input,
): Promise<number> => {
  const { among, params } = amongOf(context, object, field, wanted)
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM w.${object.table} t WHERE t.deleted_at IS NULL ${among}`,
    params,
  )
  return row?.count ?? 0
}

/** Which records the job is for, and the parameters that this takes, from `$1` on. */
const amongOf = (
  context: Context,
  object: ObjectInfo,
  field: FieldInfo,
  { along, from }: Input,
): { among: string; params: unknown[] } => {
  const way = along && wayOf(field, along)
  return way
    ? { among: `AND t.id IN (${recordsAlongSql(context, object.table, way)})`, params: [from ?? []] }
    : { among: '', params: [] }
}

/** The way that the job was started for, if the field still reads along it; else every record is gone through. */
const wayOf = (field: FieldInfo, along: readonly string[]): readonly Step[] | undefined =>
  field.computed?.reads.find(({ way }) => way.map(({ relation }) => relation.name).join('.') === along.join('.'))?.way
