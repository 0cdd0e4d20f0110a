import type { CrmRecord, FieldInfo, ObjectInfo, Value } from '@jieli/core'
import { closedStages } from '../assignment/closed-stages.ts'
import { findRecords, formatValue, type RecordPage } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { todayExpressions, todayGroups, type TodayGroup } from './today-expressions.ts'
import { findPastClocks, findRunningClocks } from './today-queries.ts'

/** A lead as the today list shows it: who, what about, what to do, until when. Fields its reader may not see are not here. */
export interface TodayItem {
  leadId: string
  taskId?: string
  name: string
  phone: string
  grade?: string
  subject?: string
  sourceLabel?: string
  campusName?: string
  note?: string
  action: string
  dueAt: string | null
  clock?: { dueAt: string; startedAt: string }
}

export interface Today extends Record<TodayGroup, TodayItem[]> {
  now: string
  counts: Record<TodayGroup, number>
}

/** As many as a person gets through; the counts say how many more there are. */
const MOST_SHOWN = 100
const MOST_COUNTED = 999

const shown = ['name', 'phone', 'grade', 'subject', 'source', 'campus', 'note', 'nextAction', 'nextAt'] as const
/** What sorting leads into groups looks at. Whoever may not use these has no leads of their own to follow up. */
const used = ['owner', 'stage', 'outcome', 'nextAt', 'lastFollowUpAt'] as const

/** What a consultant has to do now: their own open leads in four groups, in a handful of queries however many there are. */
export const findToday = async (context: Context): Promise<Today> => {
  const info = context.workspace.config.current.objects.get('lead')
  const visible = info && visibleFields(context, info)
  const { userId } = context.access
  if (!info || !visible || userId === null) return emptyToday(context.now)
  const expressions = todayExpressions(
    context,
    await findPastClocks(context.workspace.db, info, { ownerId: userId, closedStages: [...closedStages(context)] }),
  )
  const pages = await Promise.all(
    todayGroups.map((group) =>
      findRecords(context, {
        object: 'lead',
        select: visible,
        where: expressions[group],
        limit: MOST_SHOWN,
        count: 'capped',
        sort: [group === 'fresh' ? { field: 'createdAt', direction: 'desc' } : { field: 'nextAt', direction: 'asc' }],
      }),
    ),
  )
  const ids = pages.flatMap((page) => page.records.map((record) => record.id))
  const [clocks, tasks] = await Promise.all([findRunningClocks(context.workspace.db, ids), findOpenTasks(context, ids)])
  const present = presenter(context, info, { clocks, tasks })
  return {
    now: context.now,
    counts: perGroup((_, index) => Math.min(MOST_COUNTED, pages[index]?.count?.value ?? 0)),
    ...perGroup((_, index) => pages[index]?.records.map((record) => present(record, pages[index] as RecordPage)) ?? []),
  }
}

const perGroup = <T>(make: (group: TodayGroup, index: number) => T): Record<TodayGroup, T> =>
  Object.fromEntries(todayGroups.map((group, index) => [group, make(group, index)])) as Record<TodayGroup, T>

const emptyToday = (now: string): Today => ({ now, counts: perGroup(() => 0), ...perGroup((): TodayItem[] => []) })

/** The fields of the list that this person may see; null when the list itself cannot be made for them. */
const visibleFields = (context: Context, info: ObjectInfo): string[] | null => {
  const rights = context.access.object(info)
  const right = (name: string): string => {
    const field = info.fields.get(name)
    return field && rights ? rights.right(field) : 'none'
  }
  if (!rights || rights.read.length === 0 || used.some((name) => right(name) !== 'read' && right(name) !== 'write')) return null
  return shown.filter((name) => right(name) !== 'none')
}

/** One open task of each lead, the earliest, as far as this person sees tasks. */
const findOpenTasks = async (context: Context, leadIds: string[]): Promise<Map<string, string>> => {
  const info = context.workspace.config.current.objects.get('task')
  const rights = info && context.access.object(info)
  if (!info || !rights || rights.read.length === 0 || leadIds.length === 0) return new Map()
  const page = await findRecords(context, {
    object: 'task',
    select: ['lead'],
    limit: 1_000,
    sort: [{ field: 'dueAt', direction: 'desc' }],
    where: {
      call: 'and',
      args: [
        { call: 'isOneOf', args: [{ field: 'lead' }, { value: leadIds }] },
        { call: 'isEmpty', args: [{ field: 'doneAt' }] },
      ],
    },
  })
  return new Map(page.records.map((task) => [String(task.values['lead']), task.id]))
}

interface Beside {
  clocks: ReadonlyMap<string, { dueAt: string; startedAt: string }>
  tasks: ReadonlyMap<string, string>
}

const presenter =
  (context: Context, info: ObjectInfo, { clocks, tasks }: Beside) =>
  ({ id, values }: CrmRecord, { refs }: RecordPage): TodayItem => {
    const text = (name: string): string | undefined => presentText(info.fields.get(name), values[name] ?? null)
    const source = context.workspace.config.current.item('source', String(values['source'] ?? ''))?.label ?? text('source')
    const dueAt = values['nextAt'] ?? null
    return {
      leadId: id,
      name: text('name') ?? '匿名咨询',
      phone: text('phone') ?? '',
      action: text('nextAction') ?? (dueAt === null ? '安排下一步' : '跟进'),
      dueAt: typeof dueAt === 'string' ? dueAt : null,
      ...present({
        grade: text('grade'),
        subject: text('subject'),
        sourceLabel: source,
        note: text('note'),
        campusName: refs[String(values['campus'] ?? '')],
        taskId: tasks.get(id),
        clock: clocks.get(id),
      }),
    }
  }

const presentText = (field: FieldInfo | undefined, value: Value): string | undefined =>
  field === undefined || value === null || value === ''
    ? undefined
    : field.type === 'select'
      ? formatValue(field, value)
      : String(value)

/** What is not known is not there. */
const present = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
