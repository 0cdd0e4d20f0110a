import type { Expression } from '@jieli/core'

/** A figure of the board with everything needed to judge it and to open what is behind it. */
export interface BoardFigure {
  name: string
  label: string
  /** How it is reckoned, and over which records: shown beside it, in words. */
  meaning: string
  value: number | null
  unit: string
  threshold: number | null
  better: 'up' | 'down'
  status: 'ok' | 'warn' | 'err'
  /** Against the stretch of the same length before; null: nothing to compare with. */
  delta: number | null
  deltaUnit: string
  trend: (number | null)[]
  /** The records that it was reckoned from. */
  query: { object: string; where: Expression }
  parts?: FigurePart[]
}

/** One of the figures that a score is made of. */
export interface FigurePart {
  name: string
  label: string
  value: number | null
  unit: string
  threshold: number
  /** What it contributes, of 100. */
  points: number | null
}

/** A miss by more than this part of the threshold is serious. */
const SERIOUS = 0.15

export const statusOf = (value: number | null, threshold: number | null, better: 'up' | 'down'): BoardFigure['status'] => {
  if (value === null || threshold === null || threshold === 0) return 'ok'
  const shortfall = better === 'up' ? (threshold - value) / threshold : (value - threshold) / threshold
  return shortfall <= 0 ? 'ok' : shortfall <= SERIOUS ? 'warn' : 'err'
}

export const rounded = (value: number | null, places = 1): number | null =>
  value === null ? null : Math.round(value * 10 ** places) / 10 ** places

/** Of what is shown, not of what it was rounded from: people subtract the figures they see. */
export const deltaOf = (value: number | null, before: number | null): number | null =>
  value === null || before === null ? null : rounded(value - before)

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export const percent = (share: number | null): number | null => rounded(share === null ? null : share * 100)

export const hours = (minutes: number | null): number | null => rounded(minutes === null ? null : minutes / 60)
