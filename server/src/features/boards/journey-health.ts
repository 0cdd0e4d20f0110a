import type { BoardThresholds } from '@jieli/core'
import { keyFields } from './board-rules.ts'
import { hours, percent, ratio, rounded, type FigurePart } from './board-figure.ts'

export interface JourneyFacts {
  touches: number
  touchesInTime: number
  medianMinutes: number | null
  /** Leads that were talked to, and how many of them have each key field. */
  answered: number
  filled: readonly number[]
}

/** Agility: full points up to the threshold, then in proportion: twice as slow is half the points. */
const agilityPoints = (medianHours: number | null, threshold: number): number | null =>
  medianHours === null ? null : 100 * Math.min(1, threshold / Math.max(medianHours, threshold))

/**
 * 客户旅程健康度, a score of 100: the mean of three parts, each worth up to 100 points. A part without anything to reckon it
 * from is left out of the mean rather than counted as nought.
 *
 * - 触点连贯性: part of touches that were on record within two hours of the event, in per cent.
 * - 响应敏捷性: 100 × min(1, threshold ÷ median first response).
 * - 决策可视性: how far the key fields of leads that were talked to are filled in, in per cent.
 */
export const journeyParts = (facts: JourneyFacts, thresholds: BoardThresholds): FigurePart[] => {
  const continuity = ratio(facts.touchesInTime, facts.touches)
  const medianHours = facts.medianMinutes === null ? null : facts.medianMinutes / 60
  const visibility = ratio(
    facts.filled.reduce((sum, count) => sum + count, 0),
    facts.answered * keyFields.length,
  )
  const percentPoints = (share: number | null): number | null => (share === null ? null : share * 100)
  return [
    {
      name: 'continuity',
      label: '触点连贯性',
      value: percent(continuity),
      unit: '%',
      threshold: thresholds.continuity,
      points: percentPoints(continuity),
    },
    {
      name: 'agility',
      label: '响应敏捷性',
      value: hours(facts.medianMinutes),
      unit: '小时',
      threshold: thresholds.firstResponse,
      points: agilityPoints(medianHours, thresholds.firstResponse),
    },
    {
      name: 'visibility',
      label: '决策可视性',
      value: percent(visibility),
      unit: '%',
      threshold: thresholds.visibility,
      points: percentPoints(visibility),
    },
  ]
}

export const journeyScore = (facts: JourneyFacts, thresholds: BoardThresholds): number | null => {
  const points = journeyParts(facts, thresholds).flatMap((part) => part.points ?? [])
  return points.length === 0 ? null : rounded(points.reduce((sum, one) => sum + one, 0) / points.length)
}
