import { AppError, type Value } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { recordAfterChange, type ChangedRecord } from './after-change.ts'
import { changeOne } from './apply-change.ts'
import { getRecord } from './find-records.ts'
import { knownPart } from './keep-hidden-links.ts'

/**
 * Puts a field back to what it was before an event of the record's own log: a change like any other, with the rights of who
 * asks, and on the timeline as such. What was made by the event itself has no value before it: the field is emptied. Records
 * that whoever asks may not know are not put back, as they were not told of.
 */
export const restoreValue = async (
  context: Context,
  input: { object: string; id: string; eventId: string; field: string },
): Promise<ChangedRecord> => {
  await getRecord(context, input.object, input.id)
  const [event] = await context.workspace.db.query<{ change: { before: Value } | null }>(
    'SELECT changes -> $4 AS change FROM w.event WHERE id = $1 AND record_id = $2 AND object = $3',
    [input.eventId, input.id, input.object, input.field],
  )
  if (!event?.change) throw new AppError('not-found')
  const field = context.workspace.config.current.objects.get(input.object)?.fields.get(input.field)
  const { before } = event.change
  const values = { [input.field]: field ? await knownPart(context, context.workspace.db, field, before) : before }
  const { after } = await changeOne(context, input.object, { action: 'update', id: input.id, values })
  return recordAfterChange(context, input.object, after)
}
