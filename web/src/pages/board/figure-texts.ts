import type { BoardFigure, BoardRange } from '../../data/board.ts'
import type { boardMessages } from '../../i18n/messages/board-messages.ts'
import type { TextOf } from '../../i18n/use-text.ts'
import type { MetricCardProps } from '../../parts/metric-card.tsx'

type Words = TextOf<typeof boardMessages>
type Key = keyof typeof boardMessages

const known: Record<string, { label: Key; unit: Key; delta: Key }> = {
  journeyHealth: { label: 'journeyHealth', unit: 'points', delta: 'deltaPoints' },
  followUp48h: { label: 'followUp48h', unit: 'percent', delta: 'deltaPercentPoints' },
  firstResponse: { label: 'firstResponse', unit: 'hours', delta: 'deltaHours' },
  visitRate: { label: 'visitRate', unit: 'percent', delta: 'deltaPercentPoints' },
}
const incomeLabels: Record<BoardRange, Key> = { today: 'incomeToday', week: 'incomeWeek', month: 'incomeMonth' }
const sinceKeys: Record<BoardRange, Key> = { today: 'sinceToday', week: 'sinceWeek', month: 'sinceMonth' }

export const figureLabel = (figure: Pick<BoardFigure, 'name' | 'label'>, range: BoardRange, text: Words): string => {
  const key = figure.name === 'income' ? incomeLabels[range] : known[figure.name]?.label
  return key ? text(key) : figure.label
}

const statusKey = ({ name, value, status, better }: BoardFigure): Key => {
  if (value === null) return 'noData'
  if (name === 'income') return status === 'ok' ? 'onCourse' : 'behind'
  return status === 'ok' ? 'meets' : better === 'up' ? 'below' : 'above'
}

const thresholdText = ({ name, threshold, better, unit }: BoardFigure, text: Words): string => {
  if (threshold === null) return ''
  if (name === 'income') return text('target', { n: `${threshold}${text('tenThousand')}` })
  const limit = unit === '%' ? `${threshold}%` : threshold
  return text(better === 'up' ? 'atLeast' : 'atMost', { n: limit })
}

const deltaOf = ({ name, delta, better }: BoardFigure, text: Words): MetricCardProps['delta'] => {
  if (delta === null || delta === 0) return null
  const key = name === 'income' ? 'deltaPercent' : (known[name]?.delta ?? 'deltaPoints')
  return { text: text(key, { n: Math.abs(delta) }), rises: delta > 0, isGood: delta > 0 === (better === 'up') }
}

/** A figure in words and colours: coloured by whether it is good, not by whether it rises. */
export const figureProps = (figure: BoardFigure, range: BoardRange, text: Words): Omit<MetricCardProps, 'onOpen'> => {
  const label = figureLabel(figure, range, text)
  const isIncome = figure.name === 'income'
  return {
    label,
    value: figure.value === null ? '—' : String(figure.value),
    unit: figure.value === null ? '' : text(isIncome ? 'tenThousand' : (known[figure.name]?.unit ?? 'points')),
    status: figure.value === null ? 'ok' : figure.status,
    statusText: text(statusKey(figure)),
    delta: deltaOf(figure, text),
    since: text(sinceKeys[range]),
    thresholdText: thresholdText(figure, text),
    trend: figure.trend,
    // A target is for the whole stretch; the trend of income is by day.
    threshold: isIncome ? null : figure.threshold,
    trendLabel: text('trend', { label, n: figure.trend.length }),
  }
}
