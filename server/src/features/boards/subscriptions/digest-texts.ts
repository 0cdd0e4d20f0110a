import { textOf, type Label, type Locale } from '@jieli/core'
import type { Anomaly } from '../find-anomalies.ts'
import type { CampusBoard } from '../find-campus-board.ts'

type Figure = CampusBoard['figures'][number]

const label = (zh: string, en: string): Label => ({ 'zh-CN': zh, en })

/** A deviation is told in the unit of the figure, so the English of each unit is all that is needed. */
const englishUnits: Record<string, string> = { 分: ' pts', 小时: ' h', 万元: ' ×10k ¥', 个点: ' pp' }
const englishNames: Record<string, string> = {
  journeyHealth: 'Journey health',
  followUp48h: 'Followed up in 48 h',
  firstResponse: 'Median first response',
  visitRate: 'Trials that came',
  income: 'Income',
}

const unitOf = (unit: string, locale: Locale): string => (locale === 'en' ? (englishUnits[unit] ?? unit) : unit)

/** A figure of the cockpit as a name and a value: `首响中位数`, `2.4小时（↑0.3小时）`; without records a dash. */
export const cockpitFact = (
  { name, label: shown, value, unit, delta, deltaUnit }: Figure,
  locale: Locale,
): { name: string; value: string } => {
  const moved = delta ? `${delta > 0 ? '↑' : '↓'}${Math.abs(delta)}${unitOf(deltaUnit, locale)}` : ''
  const beside = moved === '' ? '' : textOf(label(`（${moved}）`, ` (${moved})`), locale)
  return {
    name: locale === 'en' ? (englishNames[name] ?? shown) : shown,
    value: value === null ? '—' : `${value}${unitOf(unit, locale)}${beside}`,
  }
}

const anomalyTitle = ({ kind, title, campusName, figure: { value, threshold } }: Anomaly, locale: Locale): string => {
  if (locale !== 'en') return title
  return kind === 'slow-response'
    ? `${campusName}: median first response ${value} h, above ${threshold} h`
    : `${campusName}: ${value}% of trials came, below ${threshold}%`
}

/** How many are out of the ordinary, then the gravest of them; nothing when all is well. */
export const anomalyLines = (anomalies: readonly Anomaly[], locale: Locale, most: number): string[] =>
  anomalies.length === 0
    ? []
    : [
        textOf(label(`异常 ${anomalies.length} 项`, `${anomalies.length} out of the ordinary`), locale),
        ...anomalies.slice(0, most).map((anomaly) => anomalyTitle(anomaly, locale)),
      ]

/** `（目标的 83%）`, after a figure that has a goal. */
export const goalText = (percent: number, locale: Locale): string =>
  textOf(label(`（目标的 ${percent}%）`, ` (${percent}% of the goal)`), locale)

/** `校区看板 · 11月22日`; `day` is a civil date. */
export const digestTitle = (board: Label | undefined, day: string, locale: Locale): string => {
  const name = textOf(board ?? label('校区看板', 'Campus board'), locale)
  const [, month, date] = day.split('-').map(Number)
  const said =
    locale === 'en'
      ? new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day))
      : `${month}月${date}日`
  return `${name} · ${said}`
}

export const stopText = (locale: Locale): string => textOf(label('停止订阅', 'Stop these'), locale)
