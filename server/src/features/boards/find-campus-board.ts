import { CAMPUS_BOARD, usualThresholds, type Value } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import type { BoardFigure } from './board-figure.ts'
import {
  campusDaysOf,
  campusesOf,
  completenessOf,
  consultantsOf,
  daysOf,
  hoursOf,
  incomeDaysOf,
  incomeOf,
  lossesOf,
  totalsOf,
  waysOf,
} from './board-queries.ts'
import { mayUse, numberIn, requireBoards, type BoardScope } from './board-scope.ts'
import { boardTime, type BoardRange, type Span } from './board-time.ts'
import { buildFigures, type FigureFacts } from './build-figures.ts'
import { buildHeat, type HeatRow } from './build-heat.ts'
import {
  buildConsultants,
  buildFunnel,
  buildReasons,
  buildSources,
  type ConsultantFigures,
  type FunnelStep,
  type MissedReason,
  type SourceFigures,
} from './build-ways.ts'
import { countTouches } from './count-touches.ts'
import { findAnomalies, type Anomaly } from './find-anomalies.ts'
import { findOverdue, type Overdue } from './find-overdue.ts'
import { openReasons, openSteps, type Opened } from './open-ways.ts'
import { stageOrder, type StageOrder } from './stage-order.ts'

export interface CampusBoard {
  asOf: string
  range: Span
  previous: Span
  /** Campuses this reader sees leads of, and all there are: 你可见全部 23 个校区. */
  campuses: { visible: number; all: number }
  leadCount: number
  /** Civil dates of the figures' trends. */
  days: readonly string[]
  figures: BoardFigure[]
  heat: { hours: number[]; rows: HeatRow[] }
  bySource: SourceFigures[]
  byConsultant: ConsultantFigures[]
  overdue: Overdue
  anomalies: Anomaly[]
  funnel: (FunnelStep & Opened)[]
  missed: { total: number; reasons: (MissedReason & Opened)[] }
}

export interface BoardInput {
  range: BoardRange
  campusId?: string
}

/**
 * 校区看板. Every number is grouped by the database over exactly the records this reader may see, in a fixed number of
 * statements that run side by side, whatever the number of campuses or people.
 */
export const findCampusBoard = async (context: Context, { range, campusId }: BoardInput): Promise<CampusBoard> => {
  requireBoards(context)
  const scope: BoardScope = {
    context,
    campusId,
    thresholds: context.workspace.config.current.item('board', CAMPUS_BOARD)?.thresholds ?? usualThresholds,
    time: boardTime(context.now, context.workspace.config.current.timeZone, range),
  }
  const stages = stageOrder(context)
  const facts = await gather(scope, stages)
  const anomalies = await findAnomalies(scope, facts, stages)
  const heat = buildHeat(context, { hours: facts.hours, campuses: facts.campuses }, [
    ...new Set(anomalies.map((anomaly) => anomaly.campusId)),
  ])
  const missed = buildReasons(context, facts, stages)
  return {
    asOf: context.now,
    range: scope.time.range,
    previous: scope.time.previous,
    days: scope.time.days,
    campuses: {
      visible: heat.rows.filter((row) => row.campusId !== '').length,
      all: context.workspace.directory.current.campusNames.size,
    },
    leadCount: numberIn(facts.totals, 'leads'),
    figures: buildFigures(scope, facts, stages),
    heat,
    anomalies,
    bySource: buildSources(context, facts.ways, stages),
    byConsultant: buildConsultants(context, facts.consultants),
    overdue: facts.overdue,
    funnel: openSteps(scope, buildFunnel(facts, stages), stages),
    missed: { total: missed.total, reasons: openReasons(scope, missed.reasons, stages) },
  }
}

type Row = Record<string, Value>
type BoardFacts = FigureFacts & {
  hours: Row[]
  campuses: Row[]
  campusDays: Row[]
  ways: Row[]
  losses: Row[]
  consultants: Row[]
  overdue: Overdue
}

const gather = async (scope: BoardScope, stages: StageOrder): Promise<BoardFacts> => {
  const [totals, completeness, days, hours, campuses, campusDays, ways, consultants, touches, losses, overdue, income] =
    await Promise.all([
      totalsOf(scope),
      completenessOf(scope),
      daysOf(scope, stages),
      hoursOf(scope),
      campusesOf(scope, stages),
      campusDaysOf(scope),
      waysOf(scope, stages),
      consultantsOf(scope, stages),
      countTouches(scope),
      lossesOf(scope),
      findOverdue(scope, stages),
      gatherIncome(scope),
    ])
  return {
    totals: totals[0],
    completeness: completeness[0],
    days: byDay(days),
    hours,
    campuses,
    campusDays,
    ways,
    losses,
    consultants,
    touches,
    overdue,
    income,
  }
}

const byDay = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [String(row['day']), row]))

/** Not everyone who sees boards sees orders. */
const gatherIncome = async (scope: BoardScope): Promise<FigureFacts['income']> => {
  if (!mayUse(scope.context, 'order', ['status', 'closedAt', 'amount', ...(scope.campusId === undefined ? [] : ['campus'])]))
    return null
  const [totals, days] = await Promise.all([incomeOf(scope), incomeDaysOf(scope)])
  return { totals: totals[0], days: byDay(days) }
}
