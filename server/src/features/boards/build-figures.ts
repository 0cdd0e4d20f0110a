import { addDays, instantOf } from '@jieli/core/time/zoned-time'
import type { Expression, Value } from '@jieli/core'
import { cameIn, fellDue, isBookedAndDue, ofCampus, wasAnswered, within, all } from './board-conditions.ts'
import { deltaOf, hours, percent, ratio, rounded, statusOf, type BoardFigure } from './board-figure.ts'
import { isIncome } from './board-queries.ts'
import { keyFields, TARGET_GROWTH, TARGET_PERIODS } from './board-rules.ts'
import { figureIn, numberIn, type BoardScope } from './board-scope.ts'
import { reachedIn, sumOf } from './build-ways.ts'
import type { TouchCounts } from './count-touches.ts'
import { journeyParts, journeyScore, type JourneyFacts } from './journey-health.ts'
import type { StageOrder } from './stage-order.ts'

type Row = Record<string, Value>

/** What the statements gave. */
export interface FigureFacts {
  totals: Row | undefined
  completeness: Row | undefined
  days: ReadonlyMap<string, Row>
  touches: TouchCounts
  /** By source, stage and outcome, in the range and before. */
  ways: readonly Row[]
  /** Lost leads by how far they had come and what was heard of them before, in the range and before. */
  losses: readonly Row[]
  /** Absent: orders are none of this reader's business. */
  income: { totals: Row | undefined; days: ReadonlyMap<string, Row> } | null
}

const journeyFacts = (facts: FigureFacts, suffix: '' | 'Before'): JourneyFacts => {
  const touches = suffix === '' ? facts.touches.current : facts.touches.previous
  return {
    touches: touches.touches,
    touchesInTime: touches.inTime,
    medianMinutes: figureIn(facts.totals, `median${suffix}`),
    answered: numberIn(facts.completeness, `answered${suffix}`),
    filled: keyFields.map((name) => numberIn(facts.completeness, `${name}${suffix}`)),
  }
}

const healthOfDay = ({ thresholds }: BoardScope, facts: FigureFacts, day: string): number | null => {
  const row = facts.days.get(day)
  const touches = facts.touches.byDay.get(day)
  const journey = {
    touches: touches?.touches ?? 0,
    touchesInTime: touches?.inTime ?? 0,
    medianMinutes: figureIn(row, 'median'),
    answered: numberIn(row, 'answered'),
    filled: keyFields.map((name) => numberIn(row, name)),
  }
  return journeyScore(journey, thresholds)
}

const healthFigure = (scope: BoardScope, facts: FigureFacts): BoardFigure => {
  const { thresholds } = scope
  const now = journeyFacts(facts, '')
  const value = journeyScore(now, thresholds)
  return {
    name: 'journeyHealth',
    label: '客户旅程健康度',
    value,
    unit: '分',
    threshold: thresholds.journeyHealth,
    better: 'up',
    status: statusOf(value, thresholds.journeyHealth, 'up'),
    delta: deltaOf(value, journeyScore(journeyFacts(facts, 'Before'), thresholds)),
    deltaUnit: '分',
    meaning: `三项平均：触点连贯性（2 小时内入库的触点占比）、响应敏捷性（100 × ${thresholds.firstResponse} 小时 ÷ 首响中位数，最多 100）、决策可视性（已跟进线索的决策人、预算、科目、年级完整率）`,
    trend: scope.time.days.map((day) => healthOfDay(scope, facts, day)),
    parts: journeyParts(now, thresholds).map((part) => ({ ...part, points: rounded(part.points) })),
    query: leads(scope, cameIn(scope.time.range)),
  }
}

const leads = ({ campusId }: BoardScope, ...conditions: (Expression | undefined)[]): BoardFigure['query'] => ({
  object: 'lead',
  where: all(...conditions, ofCampus(campusId)),
})

const rateFigure = (scope: BoardScope, facts: FigureFacts): BoardFigure => {
  const value = percent(figureIn(facts.totals, 'rate'))
  const threshold = scope.thresholds.followUp48h
  return {
    name: 'followUp48h',
    label: '48h跟进率',
    value,
    unit: '%',
    threshold,
    better: 'up',
    status: statusOf(value, threshold, 'up'),
    delta: deltaOf(value, percent(figureIn(facts.totals, 'rateBefore'))),
    deltaUnit: '个点',
    meaning: '48 小时期限落在本期的线索中，期限内有有效跟进的占比；还没到期限的不计入',
    trend: scope.time.days.map((day) => {
      const row = facts.days.get(addDays(day, -2))
      return percent(ratio(numberIn(row, 'inTime'), numberIn(row, 'leads')))
    }),
    query: leads(scope, fellDue(scope.time.range)),
  }
}

const responseFigure = (scope: BoardScope, facts: FigureFacts): BoardFigure => {
  const value = hours(figureIn(facts.totals, 'median'))
  return {
    name: 'firstResponse',
    label: '首响中位数',
    value,
    unit: '小时',
    threshold: scope.thresholds.firstResponse,
    better: 'down',
    status: statusOf(value, scope.thresholds.firstResponse, 'down'),
    delta: deltaOf(value, hours(figureIn(facts.totals, 'medianBefore'))),
    deltaUnit: '小时',
    meaning: '本期产生且已有有效跟进的线索，首次有效跟进减线索产生，取中位数',
    trend: scope.time.days.map((day) => hours(figureIn(facts.days.get(day), 'median'))),
    query: leads(scope, cameIn(scope.time.range), wasAnswered),
  }
}

interface Visits {
  booked: number
  visited: number
}

const visitsIn = (facts: FigureFacts, stages: StageOrder, measure: 'leads' | 'leadsBefore'): Visits => ({
  booked: reachedIn(facts, stages.booked, measure) - sumOf(facts.ways, measure === 'leads' ? 'ahead' : 'aheadBefore'),
  visited: reachedIn(facts, stages.visited, measure),
})

const visitFigure = (scope: BoardScope, facts: FigureFacts, stages: StageOrder): BoardFigure => {
  const now = visitsIn(facts, stages, 'leads')
  const before = visitsIn(facts, stages, 'leadsBefore')
  const value = percent(ratio(now.visited, now.booked))
  const threshold = scope.thresholds.visitRate
  return {
    name: 'visitRate',
    label: '试听到访率',
    value,
    unit: '%',
    threshold,
    better: 'up',
    status: statusOf(value, threshold, 'up'),
    delta: deltaOf(value, percent(ratio(before.visited, before.booked))),
    deltaUnit: '个点',
    meaning: '本期产生的线索中，约了试听且日子已到的，有多少到过「已到访」；已放弃的按放弃前的阶段算',
    trend: scope.time.days.map((day) => {
      const row = facts.days.get(day)
      return percent(ratio(numberIn(row, 'visited'), numberIn(row, 'booked')))
    }),
    query: leads(scope, cameIn(scope.time.range), isBookedAndDue(stages)),
  }
}

const inTenThousand = (amount: number): number => rounded(amount / 10_000) ?? 0

const rangeNames = (scope: BoardScope): string => {
  const days = (instantOf(scope.time.until) - instantOf(scope.time.range.from)) / 86_400_000
  return days < 2 ? '今日' : days < 8 ? '本周' : '本月'
}

const incomeFigure = (scope: BoardScope, income: NonNullable<FigureFacts['income']>): BoardFigure => {
  const { time } = scope
  const value = inTenThousand(numberIn(income.totals, 'income'))
  const before = numberIn(income.totals, 'incomeBefore')
  const past = Array.from({ length: TARGET_PERIODS }, (_, index) => numberIn(income.totals, `period${index}`)).filter(
    (sum) => sum > 0,
  )
  const target =
    past.length === 0 ? null : inTenThousand((past.reduce((sum, one) => sum + one, 0) / past.length) * TARGET_GROWTH)
  const elapsed = (instantOf(time.now) - instantOf(time.range.from)) / (instantOf(time.until) - instantOf(time.range.from))
  return {
    name: 'income',
    label: `${rangeNames(scope)}回款`,
    value,
    unit: '万元',
    threshold: target,
    better: 'up',
    // Half-way through the week half of the target is on course.
    status: statusOf(value, target === null ? null : target * elapsed, 'up'),
    delta: before === 0 ? null : rounded((numberIn(income.totals, 'income') / before - 1) * 100),
    deltaUnit: '%',
    meaning: '本期成交的订单金额；目标为前四期均值的 105%，按已过时间折算是否正常',
    trend: time.days.map((day) => inTenThousand(numberIn(income.days.get(day), 'income'))),
    query: { object: 'order', where: all(isIncome, within('closedAt', time.range), ofCampus(scope.campusId)) },
  }
}

/** The five figures on top of the board. */
export const buildFigures = (scope: BoardScope, facts: FigureFacts, stages: StageOrder): BoardFigure[] => [
  healthFigure(scope, facts),
  rateFigure(scope, facts),
  responseFigure(scope, facts),
  visitFigure(scope, facts, stages),
  ...(facts.income ? [incomeFigure(scope, facts.income)] : []),
]
