import {
  must,
  resolvePath,
  type Expression,
  type FieldInfo,
  type GroupQueryInput,
  type QueryCard,
  type ValueType,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../../registries.ts'
import { authoriseContext } from '../../records/authorise-context.ts'
import type { Context } from '../../workspace/workspace.ts'
import { all } from '../board-conditions.ts'
import { boardTime, type BoardRange, type BoardTime } from '../board-time.ts'
import { datedWithin, isDated, keyExpression } from './card-query.ts'

/** What is chosen above the board. */
export interface BoardChoice {
  range: BoardRange
  campusId?: string | undefined
}

/** One key of a card with its field and the type of that. */
export interface CardKey {
  key: QueryCard['groupBy'][number]
  type: ValueType
  field: FieldInfo
}

/** A card as its reader's queries ask it. */
export interface ReadCard {
  card: QueryCard
  keys: CardKey[]
  timeZone: string
  /** Undefined: a card of all there ever was. */
  time: BoardTime | undefined
  periodType: ValueType | undefined
  /** True when a campus is chosen of which the card's object knows nothing. */
  ignoresCampus: boolean
  /** The card's own condition and the chosen campus. */
  rest: Expression | undefined
  /** The same within the stretch: what the figure counts. */
  where: Expression | undefined
}

const MOST_GROUPS = { number: 1, progress: 1, bar: 12, line: 120, ring: 6, table: 50 } as const
/** Cells of two keys. */
const MOST_CELLS = 400
/** Figures that parts add up to; of an average the rest has no meaning beside the others. */
const additive = new Set<string>(['count', 'sum'])

/** Throws as a query would when the reader may not know what the card asks. */
export const readCard = (context: Context, card: QueryCard, choice: BoardChoice): ReadCard => {
  const { current } = context.workspace.config
  const around = authoriseContext(context)
  const fieldAt = (path: string) => resolvePath(path, 'use', must(current.objects.get(card.object)), around).field
  const typeOf = (path: string): ValueType => fieldTypeRegistry[fieldAt(path).type]?.valueType ?? 'any'
  const { period } = card
  const campus = choice.campusId === undefined ? undefined : campusCondition(context, card.object, choice.campusId)
  const rest = given(card.where, campus)
  const periodType = period && typeOf(period.field)
  const time = period && boardTime(context.now, current.timeZone, period.range === 'board' ? choice.range : period.range)
  return {
    card,
    time,
    periodType,
    rest,
    timeZone: current.timeZone,
    keys: card.groupBy.map((key) => ({ key, type: typeOf(key.field), field: fieldAt(key.field) })),
    ignoresCampus: choice.campusId !== undefined && campus === undefined,
    where: given(rest, inStretch({ card, periodType, timeZone: current.timeZone }, time?.range)),
  }
}

const given = (...conditions: (Expression | undefined)[]): Expression | undefined =>
  conditions.some((condition) => condition !== undefined) ? all(...conditions) : undefined

/** By the first field that leads to a campus and that this reader may use; another object is not narrowed. */
const campusCondition = (context: Context, object: string, campusId: string): Expression | undefined => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  const field = [...(info?.fields.values() ?? [])].find(
    ({ type, settings }) =>
      fieldTypeRegistry[type]?.isRelation && fieldTypeRegistry[type].valueType === 'id' && settings['object'] === 'campus',
  )
  if (!field || !rights || !['read', 'write'].includes(rights.right(field))) return undefined
  return { call: 'equals', args: [{ field: field.name }, { value: campusId }] }
}

const inStretch = (
  { card, periodType, timeZone }: Pick<ReadCard, 'card' | 'periodType' | 'timeZone'>,
  span: BoardTime['range'] | undefined,
): Expression | undefined =>
  card.period && periodType && span ? datedWithin(card.period.field, periodType, span, timeZone) : undefined

const measureOf = ({ measure }: QueryCard) => ({
  fn: measure.fn,
  ...(measure.fn === 'count' || !measure.field ? {} : { of: { field: measure.field } }),
})

/** The figure and, where there is a stretch, the one of the stretch before; both in one statement. */
export const totalQuery = (read: ReadCard): GroupQueryInput => {
  const { card, time, rest } = read
  const of = measureOf(card)
  if (!time) return { object: card.object, ...(rest ? { where: rest } : {}), groupBy: [], measures: [{ as: 'value', ...of }] }
  const now = inStretch(read, time.range)
  const before = inStretch(read, time.previous)
  return {
    object: card.object,
    where: all(rest, inStretch(read, { from: time.previous.from, to: time.range.to })),
    groupBy: [],
    measures: [
      { as: 'value', ...of, ...(now ? { where: now } : {}) },
      { as: 'before', ...of, ...(before ? { where: before } : {}) },
    ],
  }
}

/** Whether the first key is a line of time, shown from the earliest to the latest. */
export const isTimeline = ({ keys }: ReadCard): boolean => keys[0] !== undefined && isDated(keys[0].type)

/** Undefined: the card shows one figure. The greatest groups first; of a line of time the latest. */
export const groupsQuery = (read: ReadCard): GroupQueryInput | undefined => {
  const { card, keys, where } = read
  if (keys.length === 0 || card.chart === 'number' || card.chart === 'progress') return undefined
  const timeline = isTimeline(read)
  return {
    object: card.object,
    ...(where ? { where } : {}),
    groupBy: keys.map(({ key, type }, index) => ({ as: `key${index}`, of: keyExpression(key, type) })),
    measures: [{ as: 'value', ...measureOf(card) }],
    sort: [{ by: timeline ? 'key0' : 'value', direction: 'desc' }],
    limit: keys.length > 1 ? MOST_CELLS : timeline ? MOST_GROUPS.line : MOST_GROUPS[card.chart],
    others: keys.length === 1 && !timeline && additive.has(card.measure.fn),
  }
}
