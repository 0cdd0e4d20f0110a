import { must, type FollowUpRule, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { closedStages } from '../assignment/closed-stages.ts'
import { managerOf } from '../directory/directory-store.ts'
import { leadFacts } from '../notices/lead-facts.ts'
import { writeNotices, type NewNotice } from '../notices/write-notices.ts'
import type { StoredRecord } from '../records/change.ts'
import { writeEvents } from '../records/event-log.ts'
import { findRecords } from '../records/find-records.ts'
import { readRecords } from '../records/record-queries.ts'
import { contextOfUser } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { tellHistory } from './tell-history.ts'
import { endTimers, findLastEffective, findPast, type DueTimer } from './timer-queries.ts'

/** A due timer that has somebody to tell. */
interface Warning {
  timer: DueTimer
  lead: StoredRecord
  level: FollowUpRule['levels'][number]
  /** Who is told. */
  userId: string
}

/** More than fits on a screen is not read; the record's own timeline has the rest. */
const LINES_OF_HISTORY = 30

/**
 * Warns of timers that this transaction holds. A clock should have been stopped when its lead was followed up, closed or
 * given to somebody else; here it is asked once more, so that nobody is warned of what is done. Returns how many fired.
 */
export const fireTimers = async (context: Context, tx: Transaction, due: readonly DueTimer[]): Promise<number> => {
  if (due.length === 0) return 0
  const info = must(context.workspace.config.current.objects.get('lead'))
  const warnings = await decideWarnings(context, tx, info, due)
  const firing = new Set(warnings.map(({ timer }) => timer.id))
  endTimers(
    tx,
    due.filter((timer) => !firing.has(timer.id)).map((timer) => timer.id),
    'stopped',
    context.now,
  )
  if (warnings.length === 0) return 0
  endTimers(tx, [...firing], 'fired', context.now)
  writeNotices(context, tx, await noticesOf(context, tx, info, warnings))
  writeEvents(
    context,
    tx,
    warnings.map(({ timer, level, userId }) => ({
      kind: 'deadline.warned',
      object: info.name,
      recordId: timer.recordId,
      actor: { kind: 'timer', id: timer.ruleId },
      data: {
        timerId: timer.id,
        ruleId: timer.ruleId,
        level: timer.level,
        afterMinutes: level.afterMinutes,
        tell: level.tell,
        to: userId,
        dueAt: timer.dueAt,
      },
    })),
  )
  return warnings.length
}

const decideWarnings = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  due: readonly DueTimer[],
): Promise<Warning[]> => {
  const ids = [...new Set(due.map((timer) => timer.recordId))]
  const leads = new Map((await readRecords(tx, info, ids)).map((lead) => [lead.id, lead]))
  const followUp = context.workspace.config.current.objects.get('followUp')
  const lastEffective = followUp ? await findLastEffective(tx, followUp, ids) : new Map<string, string>()
  const closed = closedStages(context)
  return due.flatMap((timer): Warning[] => {
    const lead = leads.get(timer.recordId)
    const level = levelOf(context, timer)
    if (!lead?.ownerId || !level || closed.has(String(lead.values['stage'] ?? ''))) return []
    const isAnswered = (lastEffective.get(lead.id) ?? '') >= timer.startedAt
    const isAnothers = String(lead.values['assignedAt'] ?? '') > timer.startedAt
    return isAnswered || isAnothers
      ? []
      : [{ timer, lead, level, userId: level.tell === 'owner' ? lead.ownerId : managerToTell(context, lead.ownerId) }]
  })
}

/** Whom to tell is as the rule stands now; when, as it stood when the clock began. A rule that is gone or off warns nobody. */
const levelOf = (context: Context, timer: DueTimer): FollowUpRule['levels'][number] | undefined => {
  const rule = context.workspace.config.current.item('follow-up-rule', timer.ruleId)
  return rule?.enabled ? rule.levels.toSorted((a, b) => a.afterMinutes - b.afterMinutes)[timer.level - 1] : undefined
}

/** The nearest manager who still works here; where there is none above, the owner hears of it again. */
const managerToTell = (context: Context, ownerId: string): string => {
  const directory = context.workspace.directory.current
  const seen = new Set([ownerId])
  for (let id = managerOf(directory, ownerId); id !== null && !seen.has(id); id = managerOf(directory, id)) {
    if (directory.users.get(id)?.active) return id
    seen.add(id)
  }
  return ownerId
}

const noticesOf = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  warnings: readonly Warning[],
): Promise<NewNotice[]> => {
  const histories = await historiesOf(
    context,
    tx,
    info,
    warnings.filter(({ level }) => level.withHistory),
  )
  return warnings.map((warning) =>
    warning.level.tell === 'owner'
      ? ownerNotice(context, warning)
      : managerNotice(context, warning, histories.get(warning.timer.id) ?? []),
  )
}

const nameOf = (lead: StoredRecord): string => String(lead.values['name'] ?? '匿名咨询')
const hoursOf = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`)

const ownerNotice = (context: Context, { lead, level, userId }: Warning): NewNotice => ({
  userId,
  kind: 'deadline-owner',
  recordId: lead.id,
  facts: leadFacts(context, lead.values),
  title: `${nameOf(lead)} 已经 ${hoursOf(level.afterMinutes)}没有有效跟进`,
  lines: [
    '请今天联系，联系后记一笔跟进，计时就停',
    ...(lead.values['note'] ? [`「${String(lead.values['note']).slice(0, 120)}」`] : []),
  ],
})

const managerNotice = (context: Context, { lead, level, userId }: Warning, history: readonly string[]): NewNotice => {
  const owner = context.workspace.directory.current.users.get(lead.ownerId ?? '')?.name ?? ''
  return {
    userId,
    kind: 'deadline-manager',
    recordId: lead.id,
    facts: [{ name: '负责人', value: owner }, ...leadFacts(context, lead.values)],
    title: `${owner}的线索 ${nameOf(lead)} ${hoursOf(level.afterMinutes)}没有有效跟进`,
    lines: ['可以催办，也可以改派', ...history],
  }
}

/** Timer id → the lead's history as its receiver may read it; one reading of events for all, one look at rights a receiver. */
const historiesOf = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  warnings: readonly Warning[],
): Promise<Map<string, string[]>> => {
  const past = Map.groupBy(
    await findPast(tx, [...new Set(warnings.map(({ lead }) => lead.id))], {
      now: context.now,
      perRecord: LINES_OF_HISTORY,
    }),
    (event) => event.recordId,
  )
  const histories = new Map<string, string[]>()
  for (const [userId, theirs] of Map.groupBy(warnings, (warning) => warning.userId)) {
    const reader: Context = { ...contextOfUser(context.workspace, userId), now: context.now }
    const visible = await visibleLeads(
      reader,
      tx,
      theirs.map(({ lead }) => lead.id),
    )
    for (const { timer, lead } of theirs)
      if (visible.has(lead.id)) histories.set(timer.id, tellHistory(reader, info, past.get(lead.id) ?? []))
  }
  return histories
}

const visibleLeads = async (reader: Context, tx: Transaction, ids: string[]): Promise<Set<string>> => {
  const page = await findRecords(
    reader,
    { object: 'lead', select: ['id'], where: { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }, limit: ids.length },
    tx,
  )
  return new Set(page.records.map((record) => record.id))
}
