import type { Value } from '@jieli/core'
import type { OutcomeId } from '@jieli/extensions/standard-objects/outcome-options.ts'
import type { SubjectId } from '@jieli/extensions/standard-objects/subject-options.ts'
import { day, hour, hourOfDay, minute, startOfDay } from './china-time.ts'
import { pickMissedNote, pickNote, pickVisitNote } from './consultant-notes.ts'
import { demands } from './customer-words.ts'
import type { Random } from '@jieli/extensions/kit/seeded-random'

/** One thing the consultant will do with a lead, and when. */
export interface PlannedStep {
  at: number
  outcomeId: OutcomeId
  note: string
  nextAction: string | null
  nextAt: number | null
  learned: Record<string, Value>
  /** Yuan, when this step closes an order. */
  orderAmount?: number
}

export interface LeadSituation {
  capturedAt: number
  subject: SubjectId
  /** Part of leads that the campus reaches within 48 hours. */
  diligence: number
  /** Hours to the first call when it comes in during the day. */
  medianHours: number
  /** How far single calls stray from it. */
  spread: number
  /** Nobody picks up after six: those wait until the next morning. */
  isDarkAfterSix: boolean
}

const morning = 9.25
/** Consultants call between nine and half past nine in the evening; what would come later waits for the morning. */
const withinCallingHours = (random: Random, instant: number): number => {
  const clock = hourOfDay(instant)
  if (clock >= 9 && clock < 21.5) return instant
  const nextMorning = startOfDay(instant) + morning * hour + (clock >= 21.5 ? day : 0)
  return nextMorning + random.around(40, 0.8) * minute
}

/** When somebody first calls (in the evening sooner, while the family is at home): most within two hours, nights in the morning, a few only after the manager was warned. */
const firstCallAt = (
  random: Random,
  { capturedAt, diligence, medianHours, spread, isDarkAfterSix }: LeadSituation,
): number | null => {
  if (!random.chance(diligence)) {
    // The odd one waits until somebody clears out the overdue list at the end of the week.
    if (random.chance(0.02)) return withinCallingHours(random, capturedAt + random.between(130, 170) * hour)
    return withinCallingHours(
      random,
      capturedAt +
        random.weighted([
          [random.between(49, 66), 80],
          [random.between(66, 110), 20],
        ]) *
          hour,
    )
  }
  const clock = hourOfDay(capturedAt)
  if (isDarkAfterSix && clock >= 18 && random.chance(0.8))
    return startOfDay(capturedAt) + day + (morning + random.between(0.2, 4)) * hour
  return Math.min(
    withinCallingHours(random, capturedAt + random.around(medianHours * (clock >= 18 ? 40 : 60), spread) * minute),
    capturedAt + 46 * hour,
  )
}

/** What the first real talk brings to light. Decision maker and budget are asked for, and nearly always answered. */
const learnedInTalk = (random: Random, subject: SubjectId): Record<string, Value> => {
  const [low, high] = demands[subject].price
  return {
    intent: Math.min(98, Math.max(12, Math.round(58 + (random.next() + random.next() + random.next() - 1.5) * 48))),
    ...(random.chance(0.97) && {
      decisionRole: random.weighted([
        ['mother', 58],
        ['father', 14],
        ['both', 20],
        ['child', 4],
        ['grandparent', 4],
      ]),
    }),
    ...(random.chance(0.6) && { budget: Math.round(random.between(low, high) / 100) * 100 }),
  }
}

/** A promise is mostly kept a little before it is due; two in a hundred slip by a day or so. */
const keptAt = (random: Random, promised: number): number =>
  withinCallingHours(
    random,
    random.chance(0.018) ? promised + random.between(8, 34) * hour : promised - random.between(2, 50) * minute,
  )

const promise = (random: Random, at: number, days: [number, number]): number =>
  startOfDay(at) +
  Math.floor(random.between(days[0], days[1] + 1)) * day +
  random.pick([10, 11.5, 14, 15.5, 17, 18.5, 19, 20]) * hour

type Draft = Omit<PlannedStep, 'note' | 'learned'> & { note?: string; learned?: Record<string, Value> }

/**
 * Everything that will happen with one lead. Of those reached four in ten book a trial, six in ten of these come, and more
 * than half of those who came enrol: thirteen in a hundred over all. Everything else ends too, so that hands stay free.
 */
export const planLead = (random: Random, situation: LeadSituation): PlannedStep[] => {
  const first = firstCallAt(random, situation)
  if (first === null) return []
  const steps: PlannedStep[] = []
  const add = (draft: Draft): void => {
    steps.push({ note: pickNote(random, draft.outcomeId), learned: {}, ...draft })
  }
  const close = (at: number, note?: string): void =>
    add({ at, outcomeId: 'not-now', nextAction: null, nextAt: null, ...(note !== undefined && { note }) })
  let at = tryToReach(random, first, add)
  const talk = learnedInTalk(random, situation.subject)

  const way = random.weighted([
    ['trial', 42],
    ['warm', 32],
    ['cold', 26],
  ] as const)
  if (way === 'cold') {
    add({
      at,
      outcomeId: 'not-now',
      nextAction: null,
      nextAt: null,
      learned: { ...talk, intent: Math.min(40, Number(talk['intent'])) },
    })
    return steps
  }
  if (way === 'warm') {
    const rounds = random.integer(1, 2)
    for (let round = 0; round < rounds; round++) {
      const outcomeId = random.weighted([
        ['comparing', 45],
        ['wecom-added', 55],
      ] as const)
      const nextAt = promise(random, at, [2, 5])
      add({
        at,
        outcomeId,
        nextAction: outcomeId === 'comparing' ? '发方案' : random.pick(['电话回访', '发试听邀请', '发往年真题']),
        nextAt,
        learned: round === 0 ? talk : {},
      })
      at = keptAt(random, nextAt)
    }
    close(at)
    return steps
  }
  bookTrial({ random, at, talk, subject: situation.subject, add, close })
  return steps
}

/** One in six does not answer the first time. */
const tryToReach = (random: Random, first: number, add: (draft: Draft) => void): number => {
  if (!random.chance(0.16)) return first
  const again = withinCallingHours(random, first + random.between(1, 4) * hour)
  add({ at: first, outcomeId: 'no-answer', nextAction: '再打电话', nextAt: again + 20 * minute })
  return again
}

interface TrialBooking {
  random: Random
  at: number
  talk: Record<string, Value>
  subject: SubjectId
  add(draft: Draft): void
  close(at: number, note?: string): void
}

const bookTrial = ({ random, at, talk, subject, add, close }: TrialBooking): void => {
  const trialAt = promise(random, at, [1, 5])
  add({
    at,
    outcomeId: 'needs-trial',
    nextAction: random.pick(['到店试听', '到店接待', '确认试听']),
    nextAt: trialAt,
    learned: talk,
  })
  const afterTrial = keptAt(random, trialAt + hour)
  if (!random.chance(0.611)) {
    const nextAt = promise(random, afterTrial, [1, 3])
    add({ at: afterTrial, outcomeId: 'no-answer', note: pickMissedNote(random), nextAction: '改约试听', nextAt })
    return close(keptAt(random, nextAt))
  }
  const offer = promise(random, afterTrial, [1, 3])
  add({
    at: afterTrial,
    outcomeId: random.weighted([
      ['comparing', 55],
      ['wecom-added', 45],
    ] as const),
    note: pickVisitNote(random),
    nextAction: random.pick(['发报价单', '到访回访', '确认方案']),
    nextAt: offer,
    learned: { stage: random.chance(0.6) ? 'quoted' : 'visited' },
  })
  const decision = keptAt(random, offer)
  if (!random.chance(0.566)) return close(decision)
  const [low, high] = demands[subject].price
  add({
    at: decision,
    outcomeId: 'enrolled',
    nextAction: '排课确认',
    nextAt: decision + 2 * day,
    orderAmount: Math.round(random.between(low, high) / 100) * 100,
  })
}
