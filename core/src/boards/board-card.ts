import { z } from 'zod'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'
import { expressionSchema } from '../formulas/expression.ts'
import { labelSchema } from '../i18n/label.ts'

/** The parts of the cockpit, which the platform reckons itself; in their usual order and width. */
export const cockpitParts = ['figures', 'anomalies', 'overdue', 'heat', 'funnel', 'consultants', 'sources'] as const
export type CockpitPart = (typeof cockpitParts)[number]

/** How an own card is drawn. */
export const cardCharts = ['number', 'progress', 'bar', 'line', 'ring', 'table'] as const
export type CardChart = (typeof cardCharts)[number]

/** The stretches a card may look at: the one chosen above the board, or one of its own. */
export const cardPeriods = ['board', 'today', 'week', 'month', 'quarter', 'year'] as const
export type CardPeriod = (typeof cardPeriods)[number]

export const dateBuckets = ['day', 'week', 'month', 'quarter', 'year'] as const
export type DateBucket = (typeof dateBuckets)[number]

export const cardMeasures = ['count', 'sum', 'avg', 'min', 'max', 'distinct'] as const

const cardId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const path = z.string().min(1).max(200)
const span = z.union([z.literal(1), z.literal(2), z.literal(3)])

const partSchema = z.strictObject({
  kind: z.literal('part'),
  id: cardId,
  part: z.enum(cockpitParts),
  /** Columns of three. */
  span,
})

const queryCardSchema = z.strictObject({
  kind: z.literal('query'),
  id: cardId,
  span,
  title: labelSchema,
  chart: z.enum(cardCharts),
  object: z.string().min(1).max(60),
  where: expressionSchema.optional(),
  /** `count` counts records; every other figure is over a field. */
  measure: z.strictObject({ fn: z.enum(cardMeasures), field: path.optional() }),
  /** Records whose date lies in the stretch; absent: all there ever were. */
  period: z.strictObject({ field: path, range: z.enum(cardPeriods) }).optional(),
  /** One or two keys; a date goes by its bucket. */
  groupBy: z
    .array(z.strictObject({ field: path, bucket: z.enum(dateBuckets).optional() }))
    .max(2)
    .default([]),
  /** What is to be reached, in the unit of the measure. */
  goal: z.number().positive().max(1e15).optional(),
})

/** Charts that draw groups; the others draw one figure. */
export const isGrouped = (chart: CardChart): boolean => chart !== 'number' && chart !== 'progress'

/** A card that makes no sense is no card: nobody should look at an empty frame and wonder. */
const soundCard = queryCardSchema.superRefine((card, context) => {
  const complain = (at: string, message: string): void => context.addIssue({ code: 'custom', path: [at], message })
  if (card.measure.fn !== 'count' && !card.measure.field) complain('measure', 'a field is needed')
  if (card.chart === 'progress' && card.goal === undefined) complain('goal', 'a goal is needed')
  if (isGrouped(card.chart) && card.groupBy.length === 0) complain('groupBy', 'a key is needed')
  if (card.chart === 'ring' && card.groupBy.length > 1) complain('groupBy', 'a ring has one key')
})

/**
 * One card of a board: a part of the cockpit, or a question of one's own to the records.
 *
 * @example { kind: 'part', id: 'heat', part: 'heat', span: 2 }
 * @example { kind: 'query', id: 'income', span: 1, title: { 'zh-CN': '本月各科目报名金额' }, chart: 'bar', object: 'order',
 *   measure: { fn: 'sum', field: 'amount' }, period: { field: 'closedAt', range: 'month' }, groupBy: [{ field: 'subject' }] }
 */
export const boardCardSchema = z.union([partSchema, soundCard])
export type BoardCard = z.infer<typeof boardCardSchema>
export type QueryCard = Extract<BoardCard, { kind: 'query' }>

const partSpans: Record<CockpitPart, 1 | 2 | 3> = {
  figures: 3,
  anomalies: 2,
  overdue: 1,
  heat: 2,
  funnel: 1,
  consultants: 2,
  sources: 1,
}

export const partCard = (part: CockpitPart): BoardCard => ({ kind: 'part', id: part, part, span: partSpans[part] })

/** The cockpit as it comes. */
export const usualCards: readonly BoardCard[] = cockpitParts.map(partCard)

/** The object and the fields that a card asks. */
export const cardReferences = (card: BoardCard, index: number): ConfigReference[] => {
  if (card.kind === 'part') return []
  const { object } = card
  const at = ['cards', index] as const
  return [
    { path: [...at, 'object'], to: 'object', name: object },
    ...conditionReferences(object, card.where, [...at, 'where']),
    ...fieldReferences(object, [card.measure.field], [...at, 'measure']),
    ...fieldReferences(object, [card.period?.field], [...at, 'period']),
    ...fieldReferences(
      object,
      card.groupBy.map(({ field }) => field),
      [...at, 'groupBy'],
    ),
  ]
}
