import type { EventKind, Locale, ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import type { RightsOnRecord } from './rights-on-record.ts'

export interface EventDataReader {
  context: Context
  info: ObjectInfo
  /** The reader's rights on the record whose event this is. */
  rights: RightsOnRecord
  /** Titles of records that the reader may see. */
  titles: Readonly<Record<string, string>>
  locale: Locale
}

type Data = Record<string, unknown>

const only = (data: Data, names: readonly string[]): Data =>
  Object.fromEntries(names.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])))

const followUpFields = {
  outcome: 'outcome',
  outcomeId: 'outcome',
  tag: 'outcome',
  effective: 'effective',
  note: 'note',
  nextAction: 'nextAction',
  nextAt: 'nextAt',
} as const

/** A follow-up is part of its lead's story: whoever sees the lead and may read follow-ups reads it, field by field. */
const followUpData = ({ context }: EventDataReader, data: Data): Data => {
  const info = context.workspace.config.current.objects.get('followUp')
  const rights = info && context.access.object(info)
  if (!info || !rights || rights.read.length === 0) return only(data, ['at'])
  const isReadable = (name: string): boolean => {
    const field = info.fields.get(name)
    return field !== undefined && ['read', 'write'].includes(rights.right(field))
  }
  const shown = Object.entries(followUpFields)
    .filter(([, field]) => isReadable(field))
    .map(([name]) => name)
  return only(data, ['at', 'followUpId', 'taskId', ...shown])
}

/**
 * What of an event's own data a reader gets. Named kind by kind: what a new kind of event carries is kept back until
 * somebody has thought about who may read it.
 */
const presenters: Partial<Record<EventKind, (reader: EventDataReader, data: Data) => Data>> = {
  'follow-up.logged': followUpData,
  'owner.changed': ({ info, rights }, data) => {
    const owner = info.fields.get('owner')
    return owner && rights(owner) === 'read' ? only(data, ['from', 'to', 'reason']) : {}
  },
  'deadline.warned': (_, data) => only(data, ['timerId', 'ruleId', 'level', 'afterMinutes', 'tell', 'to', 'dueAt']),
  'lead.touched': ({ titles }, data) =>
    only(data, [
      'sourceId',
      'captureId',
      ...(typeof data['alsoRecordId'] === 'string' && Object.hasOwn(titles, data['alsoRecordId']) ? ['alsoRecordId'] : []),
    ]),
  'view-as.started': (_, data) => only(data, ['by']),
  'record.shared': (_, data) => only(data, ['to', 'mayEdit', 'until']),
  'record.unshared': (_, data) => only(data, ['to']),
  'notice.delivered': (_, data) => only(data, ['noticeId', 'noticeKind', 'to', 'channelId', 'channel', 'attempts']),
  'notice.failed': (_, data) => only(data, ['noticeId', 'noticeKind', 'to', 'channelId', 'channel', 'attempts', 'reason']),
  'sensitive.read': ({ info, rights }, data) => {
    const field = info.fields.get(String(data['field']))
    return field && rights(field) !== 'none' ? only(data, ['field']) : {}
  },
}

export const presentEventData = (reader: EventDataReader, kind: EventKind, data: Data): Data =>
  presenters[kind]?.(reader, data) ?? {}

/** Ids of other records in an event's data, to be shown only to who may see those records. */
export const recordsInData = (data: Data): string[] =>
  Object.entries(data).flatMap(([name, value]) => (name === 'alsoRecordId' && typeof value === 'string' ? [value] : []))
