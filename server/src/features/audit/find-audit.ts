import { AppError, configKindLabels, eventKinds, textOf, type ConfigKind, type EventKind, type Locale } from '@jieli/core'
import { z } from 'zod'
import { actorName } from '../records/actor-name.ts'
import { titlesOfObject } from '../records/find-records.ts'
import { titlesOfChanges } from '../records/find-timeline.ts'
import { presentEventData } from '../records/present-event-data.ts'
import { presentChanges, type ChangeTold } from '../records/present-changes.ts'
import type { Context } from '../workspace/workspace.ts'

/** What belongs together on the page: who came in, what was set. */
const groups = {
  access: [
    'session.started',
    'session.refused',
    'session.ended',
    'password.changed',
    'key.made',
    'key.first-used',
    'key.revoked',
  ],
  settings: ['setting.changed'],
} as const satisfies Record<string, readonly EventKind[]>

const kinds = Object.keys(eventKinds) as [EventKind, ...EventKind[]]

export const auditQuerySchema = z.object({
  kind: z.enum(kinds).optional(),
  group: z.enum(Object.keys(groups) as [keyof typeof groups]).optional(),
  object: z.string().max(60).optional(),
  /** A colleague's id, or a door's. */
  actor: z.string().max(100).optional(),
  record: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  after: z.uuid().optional(),
})
type AuditQuery = z.infer<typeof auditQuerySchema> & { locale?: Locale }

export interface AuditEntry {
  id: string
  at: string
  kind: EventKind
  actor: { kind: string; id: string | null; name: string }
  object: { name: string; label: string } | null
  recordId: string | null
  /** Null: a record that this reader may not see. */
  title: string | null
  changes: ChangeTold[]
  data: Record<string, unknown>
  /** Where a sign-in came from, while that is kept. */
  place?: { ip: string; device: string }
}

interface EventRow {
  id: string
  at: string
  kind: EventKind
  object: string
  record_id: string
  actor_kind: string
  actor_id: string | null
  changes: Record<string, ChangePair>
  data: Record<string, unknown>
  ip: string | null
  device: string | null
}
type ChangePair = Parameters<typeof presentChanges>[1][string]

const PAGE = 50

/** Events that speak of a person's doing rather than of a record's content, and what of it an auditor may know. */
const ofPeople: Partial<Record<EventKind, readonly string[]>> = {
  'records.exported': ['format', 'count', 'columns'],
  'records.purged': ['count'],
  'guesses.refused': ['count', 'until'],
  'view-as.started': ['by'],
  'setting.changed': ['version', 'kind', 'id', 'action'],
  'session.started': [],
  'session.refused': [],
  'session.ended': [],
  'password.changed': [],
  'key.made': ['label'],
  'key.first-used': ['label'],
  'key.revoked': ['label'],
}

/**
 * 操作日志: who did what, newest first. Values are told only of records and fields that the reader may see: the ability to
 * read the log opens nobody's records.
 */
export const findAudit = async (context: Context, query: AuditQuery): Promise<{ entries: AuditEntry[]; next?: string }> => {
  if (!context.access.abilities.has('see-audit')) throw new AppError('forbidden')
  const rows = await readEvents(context, query)
  const shown = rows.slice(0, PAGE)
  const titles = await titlesOf(context, shown)
  const entries = shown.map((row) => present(context, row, { ...titles, locale: query.locale ?? 'zh-CN' }))
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { entries, ...(last ? { next: last.id } : {}) }
}

const readEvents = (context: Context, query: AuditQuery): Promise<EventRow[]> => {
  const params: unknown[] = []
  const bind = (value: unknown): string => `$${params.push(value)}`
  const conditions = [
    query.kind && `kind = ${bind(query.kind)}`,
    query.object && `object = ${bind(query.object)}`,
    query.actor && `actor_id = ${bind(query.actor)}`,
    query.group && `kind = ANY(${bind(groups[query.group])})`,
    query.record && `record_id = ${bind(query.record)}`,
    query.from && `at >= ${bind(query.from)}`,
    query.to && `at < ${bind(query.to)}`,
    query.after && `id < ${bind(query.after)}`,
  ].filter((condition) => condition !== undefined)
  return context.workspace.db.query<EventRow>(
    `SELECT e.*, p.ip, p.device FROM (
       SELECT id, at, kind, object, record_id, actor_kind, actor_id, changes, data FROM w.event
       ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY id DESC LIMIT ${PAGE + 1}) e
     LEFT JOIN w.sign_in_place p ON p.event_id = e.id ORDER BY e.id DESC`,
    params,
  )
}

interface Titles {
  /** Of the records themselves: whoever is not here may not be seen, or is gone. */
  records: Record<string, string>
  /** Of what their values point to. */
  values: Record<string, string>
}

/** As far as this reader may know them, a query for each object. */
const titlesOf = async (context: Context, rows: EventRow[]): Promise<Titles> => {
  const { config, db } = context.workspace
  const byObject = [
    ...Map.groupBy(
      rows.filter(({ kind }) => ofPeople[kind] === undefined),
      (row) => row.object,
    ),
  ]
  const found = await Promise.all(
    byObject.map(async ([object, some]): Promise<Titles> => {
      const info = config.current.objects.get(object)
      const ids = [...new Set(some.map((row) => row.record_id))]
      const [records, values] = await Promise.all([
        titlesOfObject(context, object, ids, db),
        info ? titlesOfChanges(context, info, some) : {},
      ])
      return { records, values }
    }),
  )
  const join = (part: keyof Titles): Record<string, string> =>
    Object.assign({}, ...found.map((one) => one[part])) as Record<string, string>
  return { records: join('records'), values: join('values') }
}

const present = (context: Context, row: EventRow, { records, values, locale }: Titles & { locale: Locale }): AuditEntry => {
  const info = context.workspace.config.current.objects.get(row.object)
  const rights = info && context.access.object(info)
  const isKnown = info !== undefined && rights !== undefined && rights.read.length > 0
  const isSeen = Object.hasOwn(records, row.record_id)
  const of = ofPeople[row.kind]
  const data = of
    ? Object.fromEntries(of.flatMap((name) => (row.data[name] === undefined ? [] : [[name, row.data[name]]])))
    : isKnown && isSeen
      ? presentEventData({ context, info, rights: rights.right, titles: values, locale }, row.kind, row.data)
      : {}
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    actor: { kind: row.actor_kind, id: row.actor_id, name: actorName(context, row) },
    object: isKnown ? { name: info.name, label: textOf(info.definition.label, locale) } : null,
    recordId: isSeen ? row.record_id : null,
    title: isSeen ? (records[row.record_id] ?? '') : subjectOf(context, row, locale),
    // What holds on every row that this reader sees: weaker than on some, never stronger.
    changes:
      isKnown && isSeen ? presentChanges({ context, info, rights: rights.right, titles: values, locale }, row.changes) : [],
    data,
    ...(row.ip === null || row.device === null ? {} : { place: { ip: row.ip, device: row.device } }),
  }
}

/** Whom a sign-in was of, what a setting is called: known to whoever may read the log. */
const subjectOf = (
  { workspace: { config, directory } }: Context,
  { kind: told, object, record_id, data }: EventRow,
  locale: Locale,
): string | null => {
  if (told === 'guesses.refused' || object === 'session') return directory.current.users.get(record_id)?.name ?? null
  if (object !== 'setting') return null
  const kind = data['kind'] as ConfigKind
  const label = config.current.item(kind, String(data['id']))
  const name = label && 'label' in label ? label.label : undefined
  const title = name === undefined ? String(data['id']) : typeof name === 'string' ? name : textOf(name, locale)
  return `${textOf(configKindLabels[kind], locale)} ${title}`
}
