import {
  AppError,
  must,
  planFollowUp,
  type FollowUpPlan,
  type Issue,
  type ObjectInfo,
  type Outcome,
  type Value,
} from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Operation, StoredRecord, Values } from '../records/change.ts'
import { checkValues } from '../records/check-values.ts'
import { openForWriting, requireRows } from '../records/require-rights.ts'
import type { Context } from '../workspace/workspace.ts'
import type { FollowUpToLog } from './follow-up-to-log.ts'

/** A follow-up whose values were read by the fields' own types, with the person's rights. */
export interface ReadFollowUp {
  input: FollowUpToLog
  /** Its place in the batch, for complaints. */
  index: number
  outcome: Outcome | null
  values: Values
  learned: Values
}

export interface PlannedFollowUp extends ReadFollowUp {
  lead: StoredRecord
  plan: FollowUpPlan & { ok: true }
  /** Everything that changes on the lead. */
  leadValues: Values
  at: string
  userId: string | null
}

const given = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''))

/** Values of updates: what is missing is the plan's to complain of, so that a person hears of everything at once. */
const cleaned = (context: Context, info: ObjectInfo, values: Record<string, unknown>[]): Values[] =>
  checkValues(
    context,
    info,
    values.map((one): Operation => ({ action: 'update', id: '', values: one })),
  ).map((operation) => ('values' in operation ? (operation.values as Values) : {}))

export const readFollowUps = (context: Context, inputs: readonly FollowUpToLog[]): ReadFollowUp[] => {
  const followUp = openForWriting(context, 'followUp')
  if (!context.access.object(followUp)?.create) throw new AppError('forbidden')
  const values = cleaned(
    context,
    followUp,
    inputs.map((input) =>
      given({
        outcome: input.outcomeId,
        note: input.note,
        nextAction: input.nextAction,
        nextAt: input.nextAt,
        photo: input.attachmentIds?.length ? [...input.attachmentIds] : null,
      }),
    ),
  )
  const learned = cleaned(
    context,
    openForWriting(context, 'lead'),
    inputs.map((input) => input.learned ?? {}),
  )
  return inputs.map((input, index) => ({
    input,
    index,
    values: must(values[index]),
    learned: must(learned[index]),
    outcome: context.workspace.config.current.item('outcome', input.outcomeId ?? '') ?? null,
  }))
}

/**
 * Locks the leads, proves that the person may change them, and plans what each follow-up sets going. All that is missing
 * anywhere is said at once.
 */
export const planBatch = async (
  context: Context,
  tx: Transaction,
  batch: readonly ReadFollowUp[],
  total: number,
): Promise<PlannedFollowUp[]> => {
  const info = openForWriting(context, 'lead')
  const leads = await requireRows(
    context,
    tx,
    info,
    batch.map(({ input }) => ({ action: 'update', id: input.leadId, values: {} })),
  )
  const stages = stagesOf(info)
  const issues: Issue[] = []
  const planned = batch.flatMap((one): PlannedFollowUp[] => {
    const lead = must(leads.get(one.input.leadId))
    const at = one.input.at ?? context.now
    const learned = keptForward(one.learned, info, lead, stages)
    const plan = planFollowUp(
      { lead: { id: lead.id, values: { ...lead.values, ...learned, createdAt: lead.createdAt } }, stages, now: at },
      { outcome: one.outcome, ...texts(one.values) },
    )
    if (!plan.ok) {
      issues.push(...plan.issues.map((issue) => (total === 1 ? issue : { ...issue, path: `${one.index}.${issue.path}` })))
      return []
    }
    return [
      { ...one, lead, plan, at, leadValues: { ...learned, ...plan.lead }, userId: one.input.userId ?? context.access.userId },
    ]
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  return planned
}

const texts = (values: Values): { note: string | null; nextAction: string | null; nextAt: string | null } => {
  const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)
  return { note: text(values['note']), nextAction: text(values['nextAction']), nextAt: text(values['nextAt']) }
}

/** Stages in their order, as the field's options stand. */
const stagesOf = (info: ObjectInfo): string[] => {
  const options = info.fields.get(info.definition.stageField ?? '')?.settings['options']
  return Array.isArray(options) ? options.map((option: { id: string }) => option.id) : []
}

/** A talk may bring a lead further (到访), never back: that is a correction, and made on the record itself. */
const keptForward = (learned: Values, info: ObjectInfo, lead: StoredRecord, stages: readonly string[]): Values => {
  const name = info.definition.stageField
  const wanted = name === undefined ? undefined : learned[name]
  if (name === undefined || typeof wanted !== 'string') return learned
  if (stages.indexOf(wanted) > stages.indexOf(String(lead.values[name] ?? ''))) return learned
  return Object.fromEntries(Object.entries(learned).filter(([field]) => field !== name))
}
