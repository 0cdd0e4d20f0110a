import { AppError, must } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import { findCaptures } from '../capture/capture-queries.ts'
import type { Captured, Submission } from '../capture/submission.ts'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'
import { checkValues } from './check-values.ts'
import { openForWriting } from './require-rights.ts'
import { enterBatch } from './enter-batch.ts'
import { claimsOf, holdersOf } from './identity-queries.ts'
import type { Values } from './change.ts'
import { requireFree } from '../unique/require-unique.ts'
import { manualSource, submissionByHand } from './enter-by-hand.ts'
import { requireGoodValues, saveRows, type RowsToSave } from './save-rows.ts'
import { once, ownKey, type CallKey, type OnceResult } from './once.ts'

export interface RecordToCreate {
  object: string
  values: Record<string, unknown>
  /** A customer we have is not refused but gets one more touch. */
  confirmTouch: boolean
  /** Rows of its sub-tables, written in the same transaction. */
  rows?: RowsToSave | undefined
  call?: CallKey | undefined
}

/**
 * Makes a record by hand. Objects that have doors (leads) go through capture like everything else that comes in: same
 * cleaning, same identity, same assignment. A known customer is not made twice: it is refused, or touched if confirmed.
 */
export const createRecord = async (
  context: Context,
  capture: (submission: Submission) => Promise<Captured>,
  input: RecordToCreate,
): Promise<OnceResult<string>> => {
  if (input.rows) return createWithRows(context, { ...input, rows: input.rows })
  const sourceId = manualSource(context, input.object, input.values['source'])
  if (sourceId !== undefined) return enter(context, capture, { ...input, sourceId })
  return once(context, input.call, async (tx) => {
    const [made] = await applyChange(context, tx, {
      object: input.object,
      operations: [{ action: 'create', values: input.values }],
    })
    return made?.after.id ?? ''
  })
}

/** A record with its rows, all of it or none. What comes through a door comes through it, in this very transaction. */
const createWithRows = async (
  context: Context,
  { object, values, rows, call }: RecordToCreate & { rows: RowsToSave },
): Promise<OnceResult<string>> => {
  const info = openForWriting(context, object)
  const operation = { action: 'create', values } as const
  if (!context.access.object(info)?.create) throw new AppError('forbidden')
  requireGoodValues(context, info, operation, rows)
  return once(context, call, async (tx) => {
    const isEntered = manualSource(context, object, values['source']) !== undefined
    const [id] = isEntered
      ? await enterBatch(context, tx, info, [operation])
      : (await applyChange(context, tx, { object, operations: [operation] })).map(({ after }) => after.id)
    await saveRows(context, tx, info, { id: must(id), isNew: true }, rows)
    return must(id)
  })
}

/** Through the door. There the client's key is the event's id, by which a second delivery is known for the first. */
const enter = async (
  context: Context,
  capture: (submission: Submission) => Promise<Captured>,
  { object, values: given, confirmTouch, call, sourceId }: RecordToCreate & { sourceId: string },
): Promise<OnceResult<string>> => {
  const info = openForWriting(context, object)
  if (!context.access.object(info)?.create) throw new AppError('forbidden')
  const eventId = call ? ownKey(context, call) : newId(context.now)
  const before = await madeBefore(context, { call, sourceId, eventId })
  if (before) return before
  const [operation] = checkValues(context, info, [{ action: 'create', values: given }])
  const values = operation && 'values' in operation ? (operation.values as Values) : {}
  const holders = await holdersOf(context.workspace.db, object, claimsOf(info, values, ''))
  if (holders.length > 0 && !confirmTouch) {
    // The same call may have got through meanwhile: then the customer is the one it made.
    const meanwhile = await madeBefore(context, { call, sourceId, eventId })
    if (meanwhile) return meanwhile
    throw new AppError('duplicate-identity')
  }
  if (holders.length === 0) await requireFree(context, info, [{ id: null, values }])
  // What was refused above leaves the key free; from here on it stands for this request.
  if (call) await once(context, call, () => Promise.resolve(null))
  const captured = await capture(
    submissionByHand(context, { sourceId, eventId, values, assignByRules: given['assign'] === 'rules' }),
  )
  if (captured.status === 'refused')
    throw new AppError('capture-refused', { details: { reason: captured.reason }, issues: captured.issues })
  return { result: captured.recordId, repeat: captured.repeat }
}

/** What a call with this key made already; the key with another request is refused. */
const madeBefore = async (
  context: Context,
  { call, sourceId, eventId }: { call: CallKey | undefined; sourceId: string; eventId: string },
): Promise<OnceResult<string> | undefined> => {
  if (!call) return undefined
  const [known] = await findCaptures(context.workspace.db, [{ sourceId, eventId }])
  if (!known?.recordId) return undefined
  await once(context, call, () => Promise.resolve(null))
  return { result: known.recordId, repeat: true }
}
