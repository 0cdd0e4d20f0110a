import { AppError, isSeenInPart, type CrmRecord, type FieldInfo, type ObjectInfo, type Value, type Webhook } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { findRecords } from '../records/find-records.ts'
import { contextOfUser } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import type { ClaimedDelivery } from './delivery-queries.ts'

type Told = ClaimedDelivery & { event: NonNullable<ClaimedDelivery['event']> }

/** The body of a message, in the shape that Standard Webhooks recommends. */
export interface WebhookBody {
  type: string
  timestamp: string
  data: Record<string, unknown>
}

/** What is sent for each delivery; `skip` says why nothing is. */
export type Prepared = { body: WebhookBody } | { skip: 'not-visible' | 'person-left' }

/** A trial tells the receiver nothing but that it was reached. */
export const trialBody = (at: string): WebhookBody => ({ type: 'webhook.trial', timestamp: at, data: {} })

/**
 * Reads what a webhook's person may know of the records that changed: one query for the whole batch of an object. A record
 * that they may not see is not told of at all.
 */
export const preparePayloads = async (
  workspace: Workspace,
  webhook: Webhook,
  deliveries: readonly Told[],
): Promise<Map<string, Prepared>> => {
  const prepared = new Map<string, Prepared>()
  const context = readerOf(workspace, webhook)
  for (const object of new Set(deliveries.map(({ event }) => event.object))) {
    const ofObject = deliveries.filter(({ event }) => event.object === object)
    const info = workspace.config.current.objects.get(object)
    const records = context && info ? await visibleRecords(context, info, ofObject) : new Map<string, CrmRecord>()
    for (const delivery of ofObject) {
      const record = records.get(delivery.event.recordId)
      if (!context) prepared.set(delivery.id, { skip: 'person-left' })
      else if (!info || !record) prepared.set(delivery.id, { skip: 'not-visible' })
      else prepared.set(delivery.id, { body: bodyOf(context, info, delivery, record) })
    }
  }
  return prepared
}

const readerOf = (workspace: Workspace, webhook: Webhook): Context | undefined => {
  try {
    return contextOfUser(workspace, webhook.userId)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Deleted ones are read from the recycle bin: whoever saw a record may know that it went. */
const visibleRecords = async (
  context: Context,
  info: ObjectInfo,
  deliveries: readonly Told[],
): Promise<Map<string, CrmRecord>> => {
  const ids = [...new Set(deliveries.map(({ event }) => event.recordId))]
  const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }
  const read = (deleted: boolean) => findRecords(context, { object: info.name, where, limit: ids.length, deleted })
  try {
    const [living, gone] = await Promise.all([read(false), read(true)])
    return new Map([...gone.records, ...living.records].map((record) => [record.id, record]))
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}

const bodyOf = (context: Context, info: ObjectInfo, { event }: Told, record: CrmRecord): WebhookBody => ({
  type: event.kind,
  timestamp: event.at,
  data: {
    event: event.id,
    object: event.object,
    id: event.recordId,
    rev: record.rev,
    actor: { kind: event.actorKind, id: event.actorId },
    ...(event.kind === 'record.updated' ? { changes: readableChanges(context, info, event.changes) } : {}),
    ...(event.kind === 'record.deleted' ? {} : { values: record.values }),
  },
})

/**
 * Before and after only where the person reads the field on every row; what it is now stands in `values` as far as it may.
 * What is seen in part (a list of records, a link) is left out: the log holds all of it, and what of it the person may see is
 * asked only of the record.
 */
const readableChanges = (
  context: Context,
  info: ObjectInfo,
  changes: Record<string, { before: Value; after: Value }>,
): Record<string, { before: Value; after: Value }> => {
  const rights = context.access.object(info)
  const isReadable = (field: FieldInfo | undefined): boolean =>
    field !== undefined &&
    rights !== undefined &&
    ['read', 'write'].includes(rights.right(field)) &&
    !isSeenInPart(field, fieldTypeRegistry)
  return Object.fromEntries(Object.entries(changes).filter(([name]) => isReadable(info.fields.get(name))))
}
