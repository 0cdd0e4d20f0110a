import { must, type ObjectInfo } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import type { DemoRecords, SolutionTemplate } from '@jieli/extensions/solutions'
import type { Queryable, Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { captureAll } from '../capture/intake.ts'
import { logFollowUps } from '../follow-ups/log-follow-ups.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { DemoDraw } from './demo-tools.ts'

/** The people and places that a template's company has. */
export interface DemoSetting {
  /** Who the records belong to, in turn. */
  owners: readonly string[]
  /** Record ids of places. */
  places: readonly string[]
}

interface Drawing {
  draw: DemoDraw
  owners: readonly string[]
}

const MOST_AT_ONCE = 40
const sources = ['website', 'campus-qr', 'wechat-oa'] as const

/**
 * Writes the invented records of a workspace of the template's own, and remembers which they are: leads come in by the doors
 * and are given out by the rules, as they would. Broken off, the whole installation begins anew.
 */
export const writeTemplateDemo = async (
  context: Context,
  template: SolutionTemplate,
  setting: DemoSetting,
): Promise<number> => {
  const draw = new DemoDraw(template.name, context.now)
  draw.remember('campus', setting.places)
  const { db } = context.workspace
  const leads = await captureLeads(context, template, draw)
  draw.remember('lead', leads)
  await remember(db, template.name, 'lead', leads)
  let count = leads.length
  for (const recipe of template.records) {
    const ids = await db.transaction((tx) => createRecipe(context, tx, template, { recipe, draw, owners: setting.owners }))
    draw.remember(recipe.object, ids)
    count += ids.length
  }
  return count
}

/** The records of one recipe, remembered as the template's. */
export const createRecipe = async (
  context: Context,
  tx: Transaction,
  template: SolutionTemplate,
  { recipe, draw, owners }: Drawing & { recipe: DemoRecords },
): Promise<string[]> => {
  const info = must(context.workspace.config.current.objects.get(recipe.object), recipe.object)
  const tools = draw.toolsFor(info)
  const all = Array.from({ length: recipe.count }, (_, index) => draw.settle(recipe.each(tools, index)))
  const ids = await createRecords(context, tx, info, { all, draw, owners })
  await remember(tx, template.name, recipe.object, ids)
  return ids
}

const remember = async (db: Queryable, template: string, object: string, ids: readonly string[]): Promise<void> => {
  await db.query(
    'INSERT INTO w.template_record (template, object, record_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING',
    [template, object, ids],
  )
}

const at = (context: Context, now: string): Context => systemContext(context.workspace, context.actor, now)

const createRecords = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { all, draw, owners }: Drawing & { all: readonly Record<string, unknown>[] },
): Promise<string[]> => {
  const made = all.map((values, index) => ({
    values,
    ownerId: owners[index % owners.length] ?? null,
    createdAt: draw.at(draw.random.integer(0, 75)),
  }))
  const ids: string[] = []
  const ordered = made.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  for (let start = 0; start < ordered.length; start += MOST_AT_ONCE) {
    const batch = ordered.slice(start, start + MOST_AT_ONCE)
    const then = at(context, must(batch.at(-1)).createdAt)
    const operations = batch.map((one): Operation => ({ action: 'create', id: newId(then.now), ...one }))
    await applyChange(then, tx, { object: info.name, operations })
    ids.push(...operations.map((operation) => operation.id ?? ''))
  }
  return ids
}

const optionIds = (info: ObjectInfo, field: string): [string, ...string[]] =>
  ((info.fields.get(field)?.settings['options'] ?? []) as Option[]).map((option) => option.id) as [string, ...string[]]

/** What a customer fills in, in the words of the field. */
const leadValues = (context: Context, template: SolutionTemplate, draw: DemoDraw): Record<string, unknown> => {
  const info = must(context.workspace.config.current.objects.get('lead'))
  const { random } = draw
  const { notes, budget, seconds, more } = template.leads
  const step = budget[1] > 100_000 ? 10_000 : 100
  return draw.settle({
    name: random.chance(0.4) ? `${draw.person().slice(0, 1)}${random.pick(['女士', '先生'])}` : draw.person(),
    phone: draw.phone(),
    subject: random.pick(optionIds(info, 'subject')),
    grade: random.pick(optionIds(info, 'grade')),
    campus: { ref: 'campus' },
    note: random.pick(notes),
    ...(seconds ? { studentName: random.pick(seconds) } : {}),
    ...(random.chance(0.6)
      ? { budget: Math.round(random.between(budget[0], budget[1]) / step) * step, intent: random.integer(20, 96) }
      : {}),
    ...more?.(draw.toolsFor(info)),
  })
}

/** Beside a company's own leads: written as they stand, given to colleagues in turn; no clock runs and nobody is told. */
export const createLeads = async (
  context: Context,
  tx: Transaction,
  template: SolutionTemplate,
  { draw, owners }: Drawing,
): Promise<string[]> => {
  const info = must(context.workspace.config.current.objects.get('lead'))
  const { random } = draw
  const all = Array.from({ length: template.leads.count }, () => ({
    ...leadValues(context, template, draw),
    source: random.pick(sources),
    stage: random.weighted(stageWeights(info)),
    touchCount: 1,
    followUpCount: 0,
  }))
  const ids = await createRecords(context, tx, info, { all, draw, owners })
  await remember(tx, template.name, 'lead', ids)
  return ids
}

const stageWeights = (info: ObjectInfo): [[string, number], ...[string, number][]] =>
  optionIds(info, 'stage').map((id, index): [string, number] => [id, 6 / (index + 2)]) as [
    [string, number],
    ...[string, number][],
  ]

/** By the doors of the company: each at its own moment, decided by the rules, followed up, some won. */
const captureLeads = async (context: Context, template: SolutionTemplate, draw: DemoDraw): Promise<string[]> => {
  const moments = Array.from({ length: template.leads.count }, () => draw.at(draw.random.integer(0, 45))).toSorted()
  const ids: string[] = []
  for (const [index, moment] of moments.entries()) {
    const sourceId = draw.random.pick(sources)
    const [captured] = await captureAll(at(context, moment), [
      {
        sourceId,
        eventId: `template-${template.name}-${index}`,
        receivedAt: moment,
        payload: leadValues(context, template, draw),
        actor: { kind: 'form', id: sourceId },
      },
    ])
    if (!captured || captured.status === 'refused') continue
    ids.push(captured.recordId)
    if (captured.ownerId !== null)
      await liveOn(context, template, { draw, moment, leadId: captured.recordId, userId: captured.ownerId })
  }
  return ids
}

interface Life {
  draw: DemoDraw
  moment: string
  leadId: string
  userId: string
}

const later = (moment: string, hours: number): string => new Date(Date.parse(moment) + hours * 3_600_000).toISOString()

/** So many talks, and a customer has bought or gone elsewhere: nothing stays open for weeks. */
const MOST_TALKS = 6

/** What becomes of a lead until today. */
const liveOn = async (context: Context, template: SolutionTemplate, { draw, moment, leadId, userId }: Life): Promise<void> => {
  const { random } = draw
  let then = moment
  for (let step = 0; step < MOST_TALKS; step++) {
    then = later(then, step === 0 ? random.between(0.3, 8) : random.between(20, 90))
    if (then >= context.now || random.chance(0.04)) return
    const isLast = step === MOST_TALKS - 1
    const outcomeId = random.weighted<string>([
      ['no-answer', isLast ? 0 : 2],
      ['comparing', isLast ? 0 : 3],
      ['needs-trial', isLast ? 0 : 4],
      ['wecom-added', isLast ? 0 : 2],
      ['not-now', 1 + step],
      ['enrolled', step],
    ])
    const closes = outcomeId === 'enrolled' || outcomeId === 'not-now'
    const nextAt = closes ? null : later(then, random.between(20, 120))
    await logFollowUps(at(context, then), [
      {
        leadId,
        userId,
        at: then,
        outcomeId,
        note: random.pick(template.leads.followUps),
        nextAction: closes ? null : random.pick(['再打电话', '发资料', '约时间', '等回复']),
        nextAt,
        key: null,
      },
    ])
    if (outcomeId === 'enrolled') await closeDeal(at(context, then), template, { draw, leadId, userId })
    if (closes) return
  }
}

const closeDeal = async (
  context: Context,
  template: SolutionTemplate,
  { draw, leadId, userId }: Omit<Life, 'moment'>,
): Promise<void> => {
  const info = must(context.workspace.config.current.objects.get('order'))
  const [from, to] = template.leads.budget
  const values = {
    lead: leadId,
    subject: draw.random.pick(optionIds(info, 'subject')),
    amount: Math.round(draw.random.between(from, to)),
    closedAt: context.now,
    status: 'closed',
  }
  const [made] = await context.workspace.db.transaction((tx) =>
    applyChange(context, tx, {
      object: 'order',
      operations: [{ action: 'create', ownerId: userId, values: draw.settle({ ...values, campus: { ref: 'campus' } }) }],
    }),
  )
  if (made) await remember(context.workspace.db, template.name, 'order', [made.after.id])
}
