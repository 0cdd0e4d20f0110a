import { z } from 'zod'

const percent = z.number().min(1).max(100)
const hours = z.number().positive().max(720)

/** What a board holds people to, in the units that it shows. */
export const boardThresholdsSchema = z.object({
  /** Points of 100: the mean of its three parts. */
  journeyHealth: percent.default(85),
  /** % of touches that were on record within two hours of the event. */
  continuity: percent.default(85),
  /** % of the key fields filled in on leads that were talked to. */
  visibility: percent.default(96),
  /** % of leads followed up within 48 hours. */
  followUp48h: percent.default(92),
  /** Hours to the first effective follow-up, the median. */
  firstResponse: hours.default(1.8),
  /** % of booked trials that came. */
  visitRate: percent.default(65),
  /** Hours: a campus whose daily median is above this for three days running is out of the ordinary. */
  slowResponse: hours.default(4),
})
export type BoardThresholds = z.infer<typeof boardThresholdsSchema>

/** There is one board so far: 校区看板. */
export const CAMPUS_BOARD = 'campus'

/**
 * How a board is set up. None stored: the usual thresholds.
 *
 * @example { id: 'campus', thresholds: { ...usualThresholds, firstResponse: 1 } }
 */
export const boardSchema = z.object({ id: z.literal(CAMPUS_BOARD), thresholds: boardThresholdsSchema })
export type Board = z.infer<typeof boardSchema>

export const usualThresholds: BoardThresholds = boardThresholdsSchema.parse({})
