import { z } from 'zod'
import { boardQuerySchema, groupQuerySchema, recordQuerySchema, type CrmRecord } from '@jieli/core'
import { changeOne } from '../features/records/apply-change.ts'
import { recordAfterChange, type ChangedRecord } from '../features/records/after-change.ts'
import { applyBatch, batchSchema } from '../features/records/apply-batch.ts'
import { createRecord } from '../features/records/create-record.ts'
import { findBoard } from '../features/records/find-board.ts'
import { findRecords, getRecord } from '../features/records/find-records.ts'
import { includeRows, splitIncluded } from '../features/records/include-rows.ts'
import { restoreValue } from '../features/records/restore-value.ts'
import { findTimeline } from '../features/records/find-timeline.ts'
import { groupRecords } from '../features/records/group-records.ts'
import { includeRecords, type Included } from '../features/records/include-records.ts'
import { rowsSchema, type RowsToSave } from '../features/records/save-rows.ts'
import { updateRecord } from '../features/records/update-record.ts'
import { checkTaken } from '../features/unique/check-taken.ts'
import type { Context } from '../features/workspace/workspace.ts'
import type { App } from './app.ts'
import { callKeyOf, tellRepeat } from './call-key.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const ofObject = z.object({ object: z.string().max(60) })
const ofRecord = ofObject.extend({ id: z.uuid() })

const includeSchema = z.array(z.string().max(60)).max(10).optional()
/** `fields=name,phone`, as it stands in an address. */
const namesSchema = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .optional()

interface WithIncluded {
  records: CrmRecord[]
  refs: Record<string, string>
  included?: Included
}

/** What stands beside records and what is part of them, as far as it was asked for. */
const include = async (
  context: Context,
  object: string,
  { records, refs }: { records: CrmRecord[]; refs: Record<string, string> },
  names: readonly string[] = [],
): Promise<WithIncluded> => {
  const info = context.workspace.config.current.objects.get(object)
  const { rows, relations } = splitIncluded(info, names)
  const full = info && rows.length > 0 ? await includeRows(context, info, records, rows) : { records, refs: {} }
  return {
    records: full.records,
    refs: { ...refs, ...full.refs },
    ...(relations.length === 0 ? {} : { included: await includeRecords(context, object, records, relations) }),
  }
}

/** One record with what was asked for beside it. */
const includeInOne = async <T extends { record: CrmRecord; refs: Record<string, string> }>(
  context: Context,
  object: string,
  one: T,
  names: readonly string[] | undefined,
): Promise<T & { included?: Included }> => {
  const { records, ...beside } = await include(context, object, { records: [one.record], refs: one.refs }, names)
  return { ...one, ...beside, record: records[0] ?? one.record }
}

/** A record as its writer sees it now, with the rows that were written along. */
const answerAfter = async (
  context: Context,
  object: string,
  written: { id: string; rev: number },
  rows: RowsToSave | undefined,
): Promise<ChangedRecord> => {
  const after = await recordAfterChange(context, object, written)
  return after.outOfSight ? after : includeInOne(context, object, after, Object.keys(rows ?? {}))
}

export const recordRoutes = (http: Http, app: App): void => {
  http.post(
    '/api/v1/objects/:object/query',
    { schema: { params: ofObject, body: recordQuerySchema.omit({ object: true }).extend({ include: includeSchema }) } },
    async (request) => {
      const context = await request.context()
      const { include: names, ...query } = request.body
      const { object } = request.params
      const page = await findRecords(context, { ...query, object })
      return { ...page, ...(await include(context, object, page, names)) }
    },
  )

  http.post(
    '/api/v1/objects/:object/group',
    { schema: { params: ofObject, body: groupQuerySchema.omit({ object: true }) } },
    async (request) => ({
      rows: await groupRecords(await request.context(), { ...request.body, object: request.params.object }),
    }),
  )

  http.post(
    '/api/v1/objects/:object/taken',
    { schema: { params: ofObject, body: z.object({ values: z.record(z.string(), z.unknown()) }) } },
    async (request) => checkTaken(await request.context(), request.params.object, request.body.values),
  )

  http.post(
    '/api/v1/objects/:object/board',
    { schema: { params: ofObject, body: boardQuerySchema.omit({ object: true }) } },
    async (request) => findBoard(await request.context(), { ...request.body, object: request.params.object }),
  )

  http.get(
    '/api/v1/objects/:object/records/:id',
    { schema: { params: ofRecord, querystring: z.object({ fields: namesSchema, include: namesSchema }) } },
    async (request) => {
      const context = await request.context()
      const { object, id } = request.params
      const { fields, include: names } = request.query
      const one = await getRecord(context, object, id, { select: fields && [...new Set([...fields, ...(names ?? [])])] })
      return includeInOne(context, object, one, names)
    },
  )

  http.post(
    '/api/v1/objects/:object/records',
    {
      schema: {
        params: ofObject,
        body: z.object({
          values: z.record(z.string(), z.unknown()),
          rows: rowsSchema.optional(),
          confirmTouch: z.boolean().default(false),
        }),
      },
    },
    async (request, reply) => {
      const context = await request.context()
      const { object } = request.params
      const made = await createRecord(context, app.capture, { object, ...request.body, call: callKeyOf(request) })
      return tellRepeat(reply, made)
        .code(201)
        .send(await answerAfter(context, object, { id: made.result, rev: 1 }, request.body.rows))
    },
  )

  http.patch(
    '/api/v1/objects/:object/records/:id',
    {
      schema: {
        params: ofRecord,
        body: z.object({ rev: z.int().optional(), values: z.record(z.string(), z.unknown()), rows: rowsSchema.optional() }),
      },
    },
    async (request, reply) => {
      const context = await request.context()
      const { object, id } = request.params
      const saved = await updateRecord(context, { object, id, ...request.body, call: callKeyOf(request) })
      return tellRepeat(reply, saved).send(await answerAfter(context, object, saved.result, request.body.rows))
    },
  )

  http.delete('/api/v1/objects/:object/records/:id', { schema: { params: ofRecord } }, async (request, reply) => {
    await changeOne(await request.context(), request.params.object, { action: 'delete', id: request.params.id })
    return reply.code(204).send()
  })

  http.post('/api/v1/objects/:object/records/:id/restore', { schema: { params: ofRecord } }, async (request) => {
    const context = await request.context()
    const { after } = await changeOne(context, request.params.object, { action: 'restore', id: request.params.id })
    return recordAfterChange(context, request.params.object, after)
  })

  http.post('/api/v1/objects/:object/batch', { schema: { params: ofObject, body: batchSchema } }, async (request, reply) => {
    const done = await applyBatch(await request.context(), request.params.object, {
      ...request.body,
      call: callKeyOf(request),
    })
    return tellRepeat(reply, done).send({ results: done.result })
  })

  http.post(
    '/api/v1/objects/:object/records/:id/timeline/:eventId/restore',
    { schema: { params: ofRecord.extend({ eventId: z.uuid() }), body: z.strictObject({ field: z.string().max(60) }) } },
    async (request) => restoreValue(await request.context(), { ...request.params, ...request.body }),
  )

  http.get(
    '/api/v1/objects/:object/records/:id/timeline',
    { schema: { params: ofRecord, querystring: z.object({ after: z.uuid().optional() }) } },
    async (request) =>
      findTimeline(await request.context(), {
        ...request.params,
        ...(request.query.after ? { after: request.query.after } : {}),
        locale: localeOf(request),
      }),
  )
}
