import { setTimeout as sleep } from 'node:timers/promises'
import { demoCampuses } from './campuses.ts'
import { captureOf, createCustomer, pickSource, type Customer } from './captures.ts'
import type { DemoSecrets } from './demo-secrets.ts'
import { sendThroughDoor, type LiveVisit } from './live-doors.ts'
import { createRandom, seedOf } from '@jieli/extensions/kit/seeded-random'

export interface LiveOptions {
  secrets: DemoSecrets
  /** Leads a second. */
  rate: number
  /** How many; null: until stopped. */
  count: number | null
  /** Milliseconds; also the seed, so that every start brings other people. */
  startedAt: number
  now(): number
  print(line: string): void
  signal?: AbortSignal
}

/** Where the numbers of live customers begin: the story of sixty days uses those below. */
const firstIndex = 100_000
const campusWeights = demoCampuses.map((campus) => [campus.key, campus.weekly] as const)

const createVisits = ({ secrets, startedAt }: LiveOptions): ((at: number) => LiveVisit) => {
  const random = createRandom(seedOf('live', startedAt))
  const known: { customer: Customer; campusKey: string }[] = []
  let events = startedAt
  let customers = firstIndex + (seedOf('live-customers', startedAt) % 2_000_000)
  const meet = (): { customer: Customer; campusKey: string } => {
    if (known.length > 10 && random.chance(0.06)) return random.pick(known as [(typeof known)[number]])
    const campusKey = random.weighted(campusWeights)
    known.push({ campusKey, customer: createCustomer(random, customers++, secrets.campuses[campusKey] ?? '') })
    return known.at(-1) as (typeof known)[number]
  }
  return (at) => {
    const { customer, campusKey } = meet()
    const source = pickSource(random)
    // Nobody types a referral in here: the campus's own form stands for it.
    const sourceId = source === 'referral' ? 'campus-qr' : source
    return { campusKey, capture: captureOf(random, { customer, sourceId, at, eventId: String(events++) }) }
  }
}

const describe = ({ capture, campusKey }: LiveVisit): string => {
  const { payload } = capture
  const name = payload['name'] ?? payload['user_nick_name'] ?? payload['customerName']
  return `${demoCampuses.find((campus) => campus.key === campusKey)?.name ?? campusKey} ${String(name)}`
}

/** Posts leads through the real doors at a steady rate and prints a line for each, until stopped. */
export const runLive = async (options: LiveOptions): Promise<{ sent: number; failed: number }> => {
  const nextVisit = createVisits(options)
  const pending = new Set<Promise<void>>()
  const totals = { sent: 0, failed: 0 }
  const send = async (visit: LiveVisit): Promise<void> => {
    const begun = options.now()
    const { door, status } = await sendThroughDoor(options.secrets, visit).catch(() => ({
      door: visit.capture.sourceId,
      status: 0,
    }))
    const isTaken = status >= 200 && status < 400
    totals[isTaken ? 'sent' : 'failed']++
    options.print(
      `${isTaken ? '✓' : '✗'} ${status || '连不上'} ${door.padEnd(22)} ${describe(visit)} ${options.now() - begun} ms`,
    )
  }
  for (let number = 0; (options.count === null || number < options.count) && !options.signal?.aborted; number++) {
    const sending = send(nextVisit(options.now()))
    pending.add(sending)
    void sending.then(() => pending.delete(sending))
    await sleep(1000 / options.rate, undefined, options.signal ? { signal: options.signal } : {}).catch(() => undefined)
  }
  await Promise.all(pending)
  return totals
}
