/** What the board holds campuses to. The chain's own figures; one place, so that page, anomalies and figures agree. */
export const thresholds = {
  /** Points of 100. */
  journeyHealth: 85,
  /** Part of touches stored within two hours of the event. */
  continuity: 0.85,
  /** Part of the key fields filled in on leads that were talked to. */
  visibility: 0.96,
  /** Part of leads followed up within 48 hours. */
  followUp48h: 0.92,
  /** Hours. */
  firstResponse: 1.8,
  /** Part of booked trials that came. */
  visitRate: 0.65,
  /** Hours: a daily median above this for three days running is an anomaly. */
  slowResponse: 4,
} as const

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
