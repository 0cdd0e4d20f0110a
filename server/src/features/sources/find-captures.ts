import { AppError, recordQuerySchema, type Issue } from '@jieli/core'
import { Bindings } from '../../query/bindings.ts'
import { compileScopedRows } from '../../query/compile-scoped-rows.ts'
import { readCursor, writeCursor } from '../../query/cursor.ts'
import { allowQuery } from '../records/allow-query.ts'
import type { Context } from '../workspace/workspace.ts'
import { previewPayload } from './preview-payload.ts'

export type CaptureStatus = 'received' | 'stored' | 'touched' | 'refused'

export interface CaptureFilter {
  source?: string
  status?: CaptureStatus
  after?: string
}

export interface CaptureEntry {
  id: string
  sourceId: string
  receivedAt: string
  occurredAt: string | null
  status: CaptureStatus
  reason: string | null
  issues: Issue[]
  recordId: string | null
  attempts: number
  preview: string
}

const PAGE = 50

type Row = Omit<CaptureEntry, 'preview' | 'issues'> & { payload: unknown; issues: Issue[] | null }

/** Envelopes as they came, newest first: those without a record, and those of records this reader may see. */
export const findCaptures = async (
  context: Context,
  filter: CaptureFilter,
): Promise<{ captures: CaptureEntry[]; next?: string }> => {
  if (!context.access.abilities.has('see-sources')) throw new AppError('forbidden')
  const bindings = new Bindings()
  const visible = compileScopedRows(
    await allowQuery(context, recordQuerySchema.parse({ object: 'lead', select: ['id'] })),
    { now: context.now, timeZone: context.workspace.config.current.timeZone },
    bindings,
  )
  const conditions = [`(c.record_id IS NULL OR EXISTS (SELECT 1 FROM (${visible}) s WHERE s.id = c.record_id))`]
  if (filter.source !== undefined) conditions.push(`c.source_id = ${bindings.bindAs(filter.source, 'text')}`)
  if (filter.status !== undefined) conditions.push(`c.status = ${bindings.bindAs(filter.status, 'text')}`)
  if (filter.after !== undefined) {
    const { id, values } = readCursor(filter.after, ['instant'])
    if (Number.isNaN(Date.parse(String(values[0])))) throw new AppError('invalid-query', { details: { reason: 'after' } })
    conditions.push(
      `(c.received_at, c.id) < (${bindings.bindAs(String(values[0]), 'timestamptz')}, ${bindings.bindAs(id, 'uuid')})`,
    )
  }
  const rows = await context.workspace.db.query<Row>(
    `SELECT c.id, c.source_id AS "sourceId", c.received_at AS "receivedAt", c.occurred_at AS "occurredAt", c.status, c.reason, c.issues, c.record_id AS "recordId", c.attempts, c.payload
     FROM w.capture c WHERE ${conditions.join(' AND ')} ORDER BY c.received_at DESC, c.id DESC LIMIT ${PAGE + 1}`,
    bindings.params,
  )
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    captures: rows
      .slice(0, PAGE)
      .map(({ payload, issues, ...row }) => ({ ...row, issues: issues ?? [], preview: previewPayload(payload) })),
    ...(last ? { next: writeCursor({ id: last.id, values: [last.receivedAt] }) } : {}),
  }
}
