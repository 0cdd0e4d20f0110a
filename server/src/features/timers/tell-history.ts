import { eventKinds, hasCover, textOf, type EventKind, type Label, type ObjectInfo, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { visibleFollowUp } from '../follow-ups/visible-follow-up.ts'
import { coverOf } from '../records/cover-of.ts'
import { formatValue } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import type { PastEvent } from './timer-queries.ts'

/** Fields the platform keeps for itself: true, and of no use to somebody who reads what happened. */
const unspoken = new Set([
  'touchCount',
  'followUpCount',
  'firstResponseMinutes',
  'assignedAt',
  'firstFollowUpAt',
  'lastFollowUpAt',
  'outcome',
  'nextAction',
  'nextAt',
  'clickIds',
])

/**
 * A lead's whole history in lines, oldest first, as far as `reader` may see it: `11-16 12:05 李娜 跟进：没接通`. It is a
 * snapshot: what is told stays as it was then. It may leave the house, so numbers and other sensitive values stay out;
 * who needs them opens the lead. A change of owner has an event of its own.
 */
export const tellHistory = (reader: Context, info: ObjectInfo, past: readonly PastEvent[]): string[] =>
  past.flatMap((event) => {
    const what = sentenceOf(reader, info, event)
    if (what === null) return []
    const at = formatValue(
      { name: 'at', type: 'instant', settings: { timeZone: reader.workspace.config.current.timeZone } },
      event.at,
    ).slice(5)
    return [[at, actorOf(reader, event), what].filter((part) => part !== '').join(' ')]
  })

const sentenceOf = (reader: Context, info: ObjectInfo, event: PastEvent): string | null => {
  const kind = eventKinds[event.kind as EventKind]?.['zh-CN'] ?? event.kind
  if (event.kind === 'follow-up.logged') return `${kind}：${followUpOf(reader, event.data)}`
  if (event.kind === 'owner.changed')
    return `${kind}：${nameOf(reader, event.data['from'])} → ${nameOf(reader, event.data['to'])}`
  if (event.kind === 'lead.touched')
    return [kind, reader.workspace.config.current.item('source', String(event.data['sourceId'] ?? ''))?.label]
      .filter(Boolean)
      .join('：')
  if (event.kind === 'deadline.warned') return `${kind}：已提醒${nameOf(reader, event.data['to'])}`
  if (event.kind === 'notice.delivered' || event.kind === 'notice.failed' || event.kind === 'sensitive.read') return null
  const changes = changesOf(reader, info, event)
  if (event.kind === 'record.updated') return changes.length === 0 ? null : `${kind}：${changes.join('，')}`
  return changes.length === 0 ? kind : `${kind}：${changes.join('，')}`
}

const nameOf = (reader: Context, id: unknown): string =>
  reader.workspace.directory.current.users.get(String(id ?? ''))?.name ?? '无人'

const followUpOf = (reader: Context, stored: Record<string, unknown>): string => {
  const data = visibleFollowUp(reader, stored)
  const outcome = data['outcome'] ? textOf(data['outcome'] as Label) : '已联系'
  const note = data['note'] ? `「${String(data['note'])}」` : ''
  return `${outcome}${note}${data['nextAction'] ? `，下一步 ${String(data['nextAction'])}` : ''}`
}

const changesOf = (reader: Context, info: ObjectInfo, event: PastEvent): string[] =>
  Object.entries(event.changes).flatMap(([name, { after }]) => {
    const field = info.fields.get(name)
    const right = field && reader.access.object(info)?.right(field)
    if (!field || right === undefined || right === 'none' || after === null || unspoken.has(name)) return []
    if (field.sensitive || hasCover(field, fieldTypeRegistry)) return []
    if (name === 'owner' && event.kind === 'record.updated') return []
    const readable = (value: Value): string =>
      right === 'mask' ? coverOf(field, value) : (titleOf(reader, value) ?? formatValue(field, value))
    return [`${textOf(field.label)} ${[...readable(after)].slice(0, 60).join('')}`]
  })

const titleOf = (reader: Context, value: Value): string | undefined => {
  const { users, departments, campusNames } = reader.workspace.directory.current
  return typeof value === 'string'
    ? (users.get(value)?.name ?? departments.get(value)?.name ?? campusNames.get(value))
    : undefined
}

const actorOf = (reader: Context, { actorKind, actorId }: PastEvent): string => {
  const id = actorId ?? ''
  if (actorKind === 'user' || actorKind === 'key') return reader.workspace.directory.current.users.get(id)?.name ?? ''
  return reader.workspace.config.current.item('source', id)?.label ?? ''
}
