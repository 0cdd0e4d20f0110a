import { AppError, pointersIn, type BoardCard, type Expression, type QueryCard, type Value } from '@jieli/core'
import { groupRecords } from '../../records/group-records.ts'
import { fieldTypeRegistry } from '../../../registries.ts'
import { titlesOfPointers } from '../../records/find-records.ts'
import type { Context } from '../../workspace/workspace.ts'
import { all } from '../board-conditions.ts'
import { requireBoards } from '../board-scope.ts'
import { boardTime, type Span } from '../board-time.ts'
import { inGroup, inNoGroup } from './card-query.ts'
import { fillBuckets } from './fill-buckets.ts'
import { groupsQuery, isTimeline, readCard, totalQuery, type BoardChoice, type ReadCard } from './read-card.ts'

/** The records behind a figure. */
export interface Behind {
  object: string
  where?: Expression
}

export interface CardGroup {
  /** The value of each key, in the card's order; null: without. */
  keys: Value[]
  value: number | null
  query: Behind
}

export type CardFigures =
  | {
      id: string
      state: 'shown'
      /** Over all records of the card; null: nothing to reckon from. */
      total: number | null
      /** The same of the stretch before; absent: the card has no stretch. */
      before?: number | null
      query: Behind
      groups: CardGroup[]
      /** What the greatest groups leave out, as one. */
      others?: { value: number | null; query: Behind }
      ignoresCampus: boolean
    }
  /** The reader may not know the object or a field, or it is gone: which of them is not told. */
  | { id: string; state: 'closed' }

export interface FoundCards {
  /** The stretch chosen above the board. */
  range: Span
  cards: CardFigures[]
  /** Titles of the records that keys are, as far as this reader may know them. */
  titles: Record<string, string>
}

/**
 * The figures of own cards, for one reader: over the records that this person may see, however the board came to be. At
 * most two statements a card, side by side, and one for the titles of each object that groups are records of.
 */
export const findCards = async (context: Context, cards: readonly BoardCard[], choice: BoardChoice): Promise<FoundCards> => {
  requireBoards(context)
  const queries = cards.filter((card) => card.kind === 'query')
  const found = await Promise.all(queries.map((card) => findCard(context, card, choice)))
  return {
    range: boardTime(context.now, context.workspace.config.current.timeZone, choice.range).range,
    cards: found.map(({ figures }) => figures),
    titles: await titlesOf(context, found),
  }
}

interface Found {
  figures: CardFigures
  read?: ReadCard
}

const closing = new Set<string>(['unknown-object', 'unknown-field'])

const findCard = async (context: Context, card: QueryCard, choice: BoardChoice): Promise<Found> => {
  try {
    if (!context.workspace.config.current.objects.has(card.object)) throw new AppError('unknown-object')
    const read = readCard(context, card, choice)
    const grouped = groupsQuery(read)
    const [totals, rows] = await Promise.all([
      groupRecords(context, totalQuery(read)),
      grouped ? groupRecords(context, grouped) : [],
    ])
    return { read, figures: presentCard(read, totals[0] ?? {}, rows) }
  } catch (error) {
    // One card that this reader may not see must not take the others along.
    if (error instanceof AppError && closing.has(error.code)) return { figures: { id: card.id, state: 'closed' } }
    throw error
  }
}

type Row = Record<string, Value>

const figure = (value: Value | undefined): number | null => {
  const number = value === null || value === undefined ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : null
}

const presentCard = (read: ReadCard, totals: Row, rows: readonly Row[]): CardFigures => {
  const { card, keys } = read
  const behind = (...more: (Expression | undefined)[]): Behind => {
    const conditions = [read.where, ...more].filter((one) => one !== undefined)
    return { object: card.object, ...(conditions.length > 0 ? { where: all(...conditions) } : {}) }
  }
  const groups = pointsOf(read, rows).map(({ keys: values, value }) => ({
    keys: values,
    value,
    query: behind(...keys.map(({ key, type }, index) => inGroup(key, type, values[index] ?? null, read.timeZone))),
  }))
  const rest = rows.find((row) => row['_others'] === true)
  const [first] = keys
  return {
    id: card.id,
    state: 'shown',
    total: figure(totals['value']),
    ...(read.time ? { before: figure(totals['before']) } : {}),
    query: behind(),
    groups,
    ...(rest && first
      ? {
          others: {
            value: figure(rest['value']),
            query: behind(
              inNoGroup(
                first.key,
                first.type,
                groups.map((group) => group.keys[0] ?? null),
                read.timeZone,
              ),
            ),
          },
        }
      : {}),
    ignoresCampus: read.ignoresCampus,
  }
}

interface Point {
  keys: Value[]
  value: number | null
}

/** Groups as they are drawn: the greatest first, or along the time with its empty buckets. */
const pointsOf = (read: ReadCard, rows: readonly Row[]): Point[] => {
  const { keys, time, card, timeZone } = read
  const points = rows
    .filter((row) => row['_others'] !== true)
    .map((row): Point => ({ keys: keys.map((_, index) => row[`key${index}`] ?? null), value: figure(row['value']) }))
  if (!isTimeline(read)) return points
  const undated = points.filter((point) => point.keys[0] === null)
  const inOrder = [...points.filter((point) => point.keys[0] !== null).toReversed(), ...undated]
  // Only a stretch says where a line begins and ends, and only along the very date that the stretch is of.
  const [first] = keys
  if (!time || !first || keys.length !== 1 || card.period?.field !== first.key.field) return inOrder
  return fillBuckets(inOrder, {
    bucket: first.key.bucket ?? 'day',
    span: time.range,
    timeZone,
    empty: card.measure.fn === 'count' || card.measure.fn === 'sum' || card.measure.fn === 'distinct' ? 0 : null,
  })
}

const titlesOf = async (context: Context, found: readonly Found[]): Promise<Record<string, string>> => {
  const pointers = found.flatMap(({ read, figures }) =>
    read && figures.state === 'shown'
      ? read.keys.flatMap(({ field }, index) =>
          figures.groups.flatMap(({ keys }) => pointersIn(field, keys[index], fieldTypeRegistry)),
        )
      : [],
  )
  return titlesOfPointers(context, pointers, context.workspace.db)
}
