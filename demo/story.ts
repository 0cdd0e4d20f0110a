import type { SubjectId } from '@jieli/extensions/standard-objects/subject-options.ts'
import type { SourceId } from '@jieli/extensions/standard-objects/source-options.ts'
import { demoCampuses, type DemoCampus } from './campuses.ts'
import { captureOf, createCustomer, junkCapture, pickSource, type Customer } from './captures.ts'
import { day, hour, hourOfDay, startOfDay, weekday } from './china-time.ts'
import { planLead, type LeadSituation, type PlannedStep } from './lead-plan.ts'
import { createRandom, seedOf, type Random } from '@jieli/extensions/kit/seeded-random'
import type { DemoCapture, DemoCaptured, DemoIds } from './use-cases.ts'

export interface StoryOptions {
  seed: string
  /** Where the story ends, in milliseconds; it begins `days` before. */
  until: number
  days: number
  /** 1 is the whole chain: about 12,000 leads in 60 days. */
  scale: number
  ids: DemoIds
}

/** One hour of the company: what comes in. What people do follows from who got it. */
export interface StoryHour {
  /** End of the hour, or of the story. */
  now: number
  captures: DemoCapture[]
}

/** A planned step of a lead that has an owner by now. */
export interface DueStep {
  leadId: string
  ownerId: string
  subject: SubjectId
  campusId: string
  step: PlannedStep
}

export interface Story {
  hours(): Iterable<StoryHour>
  /** Tells the story what became of a capture, so that somebody will follow up. */
  onCaptured(eventId: string, captured: DemoCaptured | null): void
  /** Steps that fall before `now`, in order of time; each is handed out once. */
  takeDue(now: number): DueStep[]
}

// Leads by hour of the day: before school, lunch, and above all the evening.
const hourWeights = [
  0.15, 0.05, 0.03, 0.03, 0.03, 0.05, 0.1, 0.4, 0.6, 1, 1.4, 1.1, 1.2, 0.9, 0.8, 1, 1.2, 1.3, 1.4, 1.7, 1.7, 1.2, 0.6, 0.25,
]
const dayWeights = [0.13, 0.13, 0.13, 0.14, 0.15, 0.18, 0.14]
/** Weekly figures of the campuses are of a week under way; a whole one has a tenth more. */
const wholeWeek = 1.1
const duplicates = 0.06
const junk = 0.012

/** Each campus has its own habits: a school that ends earlier, a market on Saturdays. 仙林 lives in the early evening. */
const habit = (key: string, clock: number): number => {
  if (key === 'xianlin' && clock >= 18) return clock <= 20 ? 1.5 : 0.5
  return 0.55 + 0.9 * createRandom(seedOf('habit', key, clock)).next()
}

/** Shares of a day, by hour. */
const hourShares = new Map(
  demoCampuses.map((campus) => {
    const own = hourWeights.map((weight, clock) => weight * habit(campus.key, clock))
    const sum = own.reduce((total, weight) => total + weight, 0)
    return [campus.key, own.map((weight) => weight / sum)] as const
  }),
)

interface Booked {
  customer: Customer
  campus: DemoCampus
  at: number
}

export const createStory = (options: StoryOptions): Story => {
  const { seed, until, days, ids } = options
  const from = until - days * day
  const known: Customer[] = []
  const booked = new Map<string, Booked>()
  const due = new Map<number, DueStep[]>()
  let customers = 0
  let events = 0

  const expected = (campus: DemoCampus, at: number): number => {
    const clock = Math.floor(hourOfDay(at))
    const growth = 0.94 + (0.12 * (at - from)) / (until - from)
    const rush = campus.key === 'xianlin' && at >= troubleFrom(until) ? 1.5 : 1
    return (
      rush *
      campus.weekly *
      wholeWeek *
      options.scale *
      growth *
      (dayWeights[weekday(at)] ?? 0) *
      (hourShares.get(campus.key)?.[clock] ?? 0)
    )
  }

  const visit = (random: Random, campus: DemoCampus, at: number): DemoCapture => {
    const eventId = String(100_000_000 + events++)
    const sourceId: SourceId = pickSource(random)
    // Junk comes through open doors; nobody refers it.
    if (sourceId !== 'referral' && random.chance(junk)) return junkCapture(random, { sourceId, at, eventId })
    // Known customers ask again within days, mostly elsewhere than the first time.
    const again =
      known.length > 50 && random.chance(duplicates)
        ? known[known.length - random.integer(1, Math.min(known.length, 600))]
        : undefined
    const customer = again ?? createCustomer(random, customers++, ids.campuses[campus.key] ?? '')
    if (!again) {
      known.push(customer)
      booked.set(eventId, { customer, campus, at })
    }
    return captureOf(random, { customer, sourceId, at, eventId })
  }

  const capturesOf = (start: number, end: number): DemoCapture[] => {
    const random = createRandom(seedOf(seed, 'hour', until - start))
    const arrivals = demoCampuses.flatMap((campus) =>
      Array.from({ length: random.poisson(expected(campus, start) * ((end - start) / hour)) }, () => ({
        campus,
        at: Math.floor(random.between(start, end)),
      })),
    )
    return arrivals.sort((a, b) => a.at - b.at).map(({ campus, at }) => visit(random, campus, at))
  }

  const schedule = (step: DueStep): void => {
    if (step.step.at >= until) return
    const slot = Math.floor(step.step.at / hour)
    due.set(slot, [...(due.get(slot) ?? []), step])
  }

  return {
    *hours() {
      // Whole hours of the wall clock; the first and the last may be shorter.
      for (let start = from; start < until;) {
        const end = Math.min(until, (Math.floor(start / hour) + 1) * hour)
        yield { now: end, captures: capturesOf(start, end) }
        start = end
      }
    },

    onCaptured(eventId, captured) {
      const visitor = booked.get(eventId)
      booked.delete(eventId)
      if (!visitor || !captured?.isNew || captured.ownerId === null) return
      const { customer, campus, at } = visitor
      const random = createRandom(seedOf(seed, 'plan', customer.index))
      for (const step of planLead(random, { capturedAt: at, subject: customer.subject, ...paceOf(campus, at, until) })) {
        schedule({
          leadId: captured.leadId,
          ownerId: captured.ownerId,
          subject: customer.subject,
          campusId: customer.campusId,
          step,
        })
      }
    },

    takeDue(now) {
      const slots = [...due.keys()].filter((slot) => slot * hour < now)
      const steps = slots.flatMap((slot) => due.get(slot) ?? [])
      for (const slot of slots) due.delete(slot)
      for (const step of steps.filter((later) => later.step.at >= now)) schedule(step)
      return steps.filter((step) => step.step.at < now).sort((a, b) => a.step.at - b.step.at)
    },
  }
}

/** The first of three bad days. In the morning today does not count yet: it has hardly begun. */
const troubleFrom = (until: number): number => startOfDay(until) - (hourOfDay(until) < 14 ? 3 : 2) * day

/**
 * How fast a campus calls. Over the weeks it gets a little better, as the guide's board shows; 仙林 in the last three days
 * does not: nobody works there after six, and days are overrun.
 */
const paceOf = (
  campus: DemoCampus,
  at: number,
  until: number,
): Pick<LeadSituation, 'diligence' | 'medianHours' | 'spread' | 'isDarkAfterSix'> => {
  const age = (until - at) / day
  const isWeak = campus.key === 'xianlin'
  const isTrouble = isWeak && at >= troubleFrom(until)
  return {
    diligence: (isWeak && !isTrouble ? 0.93 : campus.diligence) - Math.min(0.05, age * 0.0008),
    medianHours: isTrouble ? 3.8 : (isWeak ? 0.6 : 0.9) + Math.min(0.4, age * 0.006),
    spread: isTrouble ? 0.4 : 0.95,
    isDarkAfterSix: isTrouble,
  }
}
