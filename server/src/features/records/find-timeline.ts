import {
  AppError,
  eventKinds,
  pointersIn,
  textOf,
  type EventKind,
  type Locale,
  type ObjectInfo,
  type Pointer,
  type Value,
} from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { actorName } from './actor-name.ts'
import { getRecord, titlesOfPointers } from './find-records.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { presentChanges, type ChangeTold } from './present-changes.ts'
import { presentEventData, recordsInData, type EventDataReader } from './present-event-data.ts'
import { rightsOnRecord } from './rights-on-record.ts'

const PAGE = 30

interface EventRow {
  id: string
  at: string
  kind: EventKind
  actor_kind: string
  actor_id: string | null
  changes: Record<string, { before: Value; after: Value }>
  data: Record<string, unknown>
}

export interface TimelineEntry {
  id: string
  at: string
  kind: EventKind
  actor: { kind: string; id: string | null; name: string }
  title: string
  changes: ChangeTold[]
  data: Record<string, unknown>
}

/**
 * What happened to a record, newest first, from the one log. Whoever may not see the record gets `not-found`; changes of
 * fields that one may not read are left out, of masked ones the values are masked, and of an event's data only what is known
 * to be the reader's.
 */
export const findTimeline = async (
  context: Context,
  input: { object: string; id: string; after?: string; locale?: Locale },
): Promise<{ entries: TimelineEntry[]; next?: string }> => {
  await getRecord(context, input.object, input.id)
  const info = context.workspace.config.current.objects.get(input.object)
  if (!info) throw new AppError('not-found')
  const rows = await context.workspace.db.query<EventRow>(
    `SELECT id, at, kind, actor_kind, actor_id, changes, data FROM w.event
     WHERE record_id = $1 AND object = $4 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
    [input.id, input.after ?? null, PAGE + 1, info.name],
  )
  const shown = rows.slice(0, PAGE)
  const [titles, rights] = await Promise.all([titlesOfChanges(context, info, shown), rightsOnRecord(context, info, input.id)])
  const reader: EventDataReader = { context, info, rights, titles, locale: input.locale ?? 'zh-CN' }
  const entries = shown
    .map((row) => present(reader, row))
    .filter((entry) => entry.kind !== 'record.updated' || entry.changes.length > 0)
  return { entries, ...(rows.length > PAGE ? { next: rows[PAGE - 1]?.id ?? '' } : {}) }
}

const present = (reader: EventDataReader, row: EventRow): TimelineEntry => ({
  id: row.id,
  at: row.at,
  kind: row.kind,
  title: eventKinds[row.kind] ? textOf(eventKinds[row.kind], reader.locale) : row.kind,
  data: presentEventData(reader, row.kind, row.data),
  actor: { kind: row.actor_kind, id: row.actor_id, name: actorName(reader.context, row) },
  changes: presentChanges(reader, row.changes),
})

/** Titles of what the changes point to, as far as this reader may know them: a query for each object. */
export const titlesOfChanges = async (
  context: Context,
  info: ObjectInfo,
  rows: readonly Pick<EventRow, 'changes' | 'data'>[],
): Promise<Record<string, string>> => {
  const others = rows.flatMap(({ data }) => recordsInData(data)).map((id): Pointer => ({ object: info.name, id, key: id }))
  const pointers = rows.flatMap(({ changes }) =>
    Object.entries(changes).flatMap(([name, { before, after }]) => {
      const field = info.fields.get(name)
      return field ? [before, after].flatMap((value) => pointersIn(field, value, fieldTypeRegistry)) : []
    }),
  )
  return titlesOfPointers(context, [...others, ...pointers], context.workspace.db)
}
