import { AppError, type Value } from '@jieli/core'
import { seeingWhole } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { writeEvents } from './event-log.ts'
import { findRecords } from './find-records.ts'
import { rightsOnRecord } from './rights-on-record.ts'

/** Shows a sensitive value to someone who may read it, and writes down that it was shown. */
export const revealValue = async (
  context: Context,
  input: { object: string; id: string; field: string },
): Promise<{ value: Value }> => {
  const info = context.workspace.config.current.objects.get(input.object)
  const field = info?.fields.get(input.field)
  const right = info && field ? context.access.object(info)?.best(field) : undefined
  if (right !== 'read' && right !== 'write') throw new AppError('forbidden')
  const page = await findRecords(seeingWhole(context), {
    object: input.object,
    select: [input.field],
    where: { call: 'equals', args: [{ field: 'id' }, { value: input.id }] },
    limit: 1,
  })
  const [record] = page.records
  if (!info || !field || !record) throw new AppError('not-found')
  if ((await rightsOnRecord(context, info, input.id))(field) !== 'read') throw new AppError('forbidden')
  await context.workspace.db.transaction((tx) =>
    writeEvents(context, tx, [
      { kind: 'sensitive.read', object: input.object, recordId: input.id, data: { field: input.field } },
    ]),
  )
  return { value: record.values[input.field] ?? null }
}
