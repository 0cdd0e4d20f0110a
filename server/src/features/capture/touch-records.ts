import type { ObjectInfo, Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { applyChange } from '../records/apply-change.ts'
import { writeEvents } from '../records/event-log.ts'
import { readRecords } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'

/** A customer we have came again. */
export interface Touch {
  recordId: string
  values: Record<string, Value>
  sourceId: string
  captureId: string
  alsoRecordId: string | null
  /** Its owner is not told. */
  isQuiet: boolean
}

/** Fields that say how the first touch came; later touches do not rewrite history. */
const firstTouchOnly = new Set(['source', 'utmSource', 'utmMedium', 'utmCampaign', 'clickIds'])

/**
 * Adds touches to the records they belong to: blanks are filled with what is new, nothing a person wrote is overwritten,
 * every touch is counted and told on the timeline, and the owner hears of it once.
 */
export const touchRecords = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  touches: readonly Touch[],
): Promise<void> => {
  if (touches.length === 0) return
  const groups = Map.groupBy(touches, (touch) => touch.recordId)
  const records = await readRecords(tx, info, [...groups.keys()], { lock: true })
  await applyChange(context, tx, {
    object: info.name,
    isClean: true,
    operations: records.map((record) => ({
      action: 'update',
      id: record.id,
      values: {
        ...blanksFilled(record.values, groups.get(record.id) ?? []),
        ...filesAdded(info, record.values, groups.get(record.id) ?? []),
        touchCount: Number(record.values['touchCount'] ?? 0) + (groups.get(record.id)?.length ?? 0),
      },
    })),
  })
  writeEvents(
    context,
    tx,
    touches.map((touch) => ({
      kind: 'lead.touched',
      object: info.name,
      recordId: touch.recordId,
      data: { sourceId: touch.sourceId, captureId: touch.captureId, alsoRecordId: touch.alsoRecordId },
    })),
  )
  writeNotices(
    context,
    tx,
    records.flatMap((record) =>
      record.ownerId === null || (groups.get(record.id) ?? []).every((touch) => touch.isQuiet)
        ? []
        : [
            {
              userId: record.ownerId,
              kind: 'lead-touched' as const,
              recordId: record.id,
              title: `${String(record.values['name'] ?? '客户')} 又来咨询了`,
              lines: [
                `第 ${Number(record.values['touchCount'] ?? 0) + (groups.get(record.id)?.length ?? 0)} 次接触，请尽快联系`,
              ],
            },
          ],
    ),
  )
}

/** Photos of a later touch stand beside the earlier ones, as far as the field has room. */
const filesAdded = (info: ObjectInfo, stored: Record<string, Value>, touches: readonly Touch[]): Record<string, Value> =>
  Object.fromEntries(
    [...info.fields.values()]
      .filter(({ type }) => fieldTypeRegistry[type]?.holdsFiles)
      .flatMap(({ name, settings }) => {
        const known = filesIn(stored[name])
        const added = touches.flatMap(({ values }) => filesIn(values[name])).filter((id) => !known.includes(id))
        const room = typeof settings['max'] === 'number' ? settings['max'] : Infinity
        return known.length > 0 && added.length > 0 ? [[name, [...known, ...added].slice(0, room)] as const] : []
      }),
  )

const filesIn = (value: Value | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

const blanksFilled = (stored: Record<string, Value>, touches: readonly Touch[]): Record<string, Value> => {
  const filled: Record<string, Value> = {}
  for (const touch of touches) {
    for (const [name, value] of Object.entries(touch.values)) {
      if (value !== null && !firstTouchOnly.has(name) && (stored[name] ?? null) === null && filled[name] === undefined)
        filled[name] = value
    }
  }
  return filled
}
