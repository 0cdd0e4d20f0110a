/** What the board reckons with besides its thresholds, which are settings; one place, so that page, anomalies and figures agree. */
export const FOLLOW_UP_HOURS = 48
export const TOUCH_HOURS = 2
export const SLOW_DAYS = 3
/** Fewer booked trials than this say nothing about a campus. */
export const FEWEST_BOOKED = 5
/** The target of income: a twentieth more than the mean of the four stretches before. */
export const TARGET_GROWTH = 1.05
export const TARGET_PERIODS = 4

/** Who decides, for how much, for what and for whom: without these nobody can make an offer. */
export const keyFields = ['decisionRole', 'budget', 'subject', 'grade'] as const

export const heatHours = Array.from({ length: 14 }, (_, index) => index + 8)

/** Parts of the day in which leads come in: hours, the end excluded. */
export const dayParts = [
  { from: 8, to: 12 },
  { from: 12, to: 18 },
  { from: 18, to: 22 },
] as const
