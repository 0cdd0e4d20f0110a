import { z } from 'zod'
import type { ConfigReference } from '../config/reference.ts'
import { labelSchema } from '../i18n/label.ts'
import { boardCardSchema, cardReferences, usualCards, type BoardCard } from './board-card.ts'

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

export const usualThresholds: BoardThresholds = boardThresholdsSchema.parse({})

/** 校区看板, the cockpit: there always is one, whether anybody set it up or not. */
export const CAMPUS_BOARD = 'campus'

/** How many cards fit on a board before nobody looks at the last of them. */
export const MOST_CARDS = 24

/**
 * A board: which cards, in which order, how wide, and what the cockpit's parts hold people to. Of the cockpit nothing need
 * be stored: then it has the usual cards and thresholds. Boards say who may look; what is on them follows each reader's rights.
 *
 * @example { id: 'campus', thresholds: { ...usualThresholds, firstResponse: 1 } }
 * @example { id: 'sales', label: { 'zh-CN': '回款看板' }, roles: ['manager'], cards: [...] }
 */
export const boardSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
    /** Absent for the cockpit, which has the product's name. */
    label: labelSchema.optional(),
    /** Whose own it is; absent: shared. */
    ownerId: z.string().optional(),
    /** Of a shared board, the roles that see it; absent or none: everybody who sees boards. */
    roles: z.array(z.string()).max(50).optional(),
    thresholds: boardThresholdsSchema.optional(),
    /** Absent: the usual cards of the cockpit. */
    cards: z.array(boardCardSchema).max(MOST_CARDS).optional(),
  })
  .superRefine(({ cards = [] }, context) => {
    const ids = cards.map(({ id }) => id)
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
    if (twice >= 0) context.addIssue({ code: 'custom', path: ['cards', twice, 'id'], message: 'used twice' })
  })
export type Board = z.infer<typeof boardSchema>

/** The cards that a board shows. */
export const cardsOf = (board: Pick<Board, 'cards'> | undefined): readonly BoardCard[] => board?.cards ?? usualCards

/** What a board names: the roles that see it, the objects and fields of its cards. */
export const boardReferences = (board: Board): ConfigReference[] => [
  ...(board.roles ?? []).map((name, index): ConfigReference => ({ path: ['roles', index], to: 'role', name })),
  ...(board.cards ?? []).flatMap(cardReferences),
]
