import { beforeAll, describe, expect, test } from 'vitest'
import { day, hour, startOfDay, weekday } from './china-time.ts'
import { MemoryUseCases, type RememberedLead } from './memory-use-cases.ts'
import { runStory } from './run-story.ts'
import type { StoryTotals } from './run-story.ts'

/** Saturday evening, as in the guide's pictures. */
const until = Date.parse('2026-11-21T14:00:00Z')
const play = async (seed: string, scale: number, days: number): Promise<{ company: MemoryUseCases; totals: StoryTotals }> => {
  const company = new MemoryUseCases()
  return { company, totals: await runStory(company, { seed, until, days, scale }) }
}
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
const responseHours = (leads: RememberedLead[]): number =>
  median(leads.flatMap((lead) => (lead.firstAt === null ? [] : [(lead.firstAt - lead.receivedAt) / hour])))
const share = <T>(items: T[], holds: (item: T) => boolean): number => items.filter(holds).length / items.length

describe('the story', () => {
  test('is the same for the same seed and another for another', async () => {
    const digests = await Promise.all(['one', 'one', 'two'].map(async (seed) => (await play(seed, 0.1, 10)).company.digest()))
    expect(digests[0]).toBe(digests[1])
    expect(digests[0]).not.toBe(digests[2])
  })

  test('grows and shrinks with its scale', async () => {
    const small = await play('size', 0.1, 20)
    const large = await play('size', 0.3, 20)
    expect(large.totals.leads / small.totals.leads).toBeGreaterThan(2.4)
    expect(large.totals.leads / small.totals.leads).toBeLessThan(3.6)
  })
})

describe('the story of sixty days', () => {
  let company: MemoryUseCases
  let totals: StoryTotals
  let leads: RememberedLead[]
  let thisWeek: RememberedLead[]

  beforeAll(async () => {
    const played = await play('qingyu', 1, 60)
    company = played.company
    totals = played.totals
    leads = [...company.leads.values()]
    const monday = startOfDay(until) - weekday(until) * day
    thisWeek = leads.filter((lead) => lead.receivedAt >= monday)
  })

  test('has about twelve thousand leads, and a week like the one in the pictures', () => {
    expect(totals.leads).toBeGreaterThan(11_000)
    expect(totals.leads).toBeLessThan(13_500)
    expect(thisWeek.length).toBeGreaterThan(1_150)
    expect(thisWeek.length).toBeLessThan(1_420)
  })

  test('reaches about ninety-four of a hundred within 48 hours', () => {
    const settled = leads.filter((lead) => lead.receivedAt < until - 2 * day)
    const within = share(settled, (lead) => lead.firstAt !== null && lead.firstAt - lead.receivedAt <= 2 * day)
    expect(within).toBeGreaterThan(0.9)
    expect(within).toBeLessThan(0.96)
  })

  test('answers within a time that the board calls good, but not at 仙林 in the last three days', () => {
    expect(responseHours(thisWeek)).toBeGreaterThan(1)
    expect(responseHours(thisWeek)).toBeLessThan(1.8)
    const trouble = leads.filter((lead) => lead.campusId === 'campus-xianlin' && lead.receivedAt >= startOfDay(until) - 2 * day)
    expect(responseHours(trouble)).toBeGreaterThan(4)
    const before = leads.filter((lead) => lead.campusId === 'campus-xianlin' && lead.receivedAt < startOfDay(until) - 2 * day)
    expect(responseHours(before)).toBeLessThan(2.2)
  })

  test('enrols about thirteen of a hundred', () => {
    const settled = leads.filter((lead) => lead.receivedAt < until - 20 * day)
    const enrolled = share(settled, (lead) => lead.stage === 'enrolled')
    expect(enrolled).toBeGreaterThan(0.11)
    expect(enrolled).toBeLessThan(0.155)
    expect(company.orders.length).toBe(company.followUps.filter((followUp) => followUp.outcomeId === 'enrolled').length)
  })

  test('leaves about forty leads waiting too long', () => {
    const overdue = leads.filter(
      (lead) =>
        lead.isOpen && (lead.nextAt === null ? lead.firstAt === null && until - lead.receivedAt > day : lead.nextAt < until),
    )
    expect(overdue.length).toBeGreaterThan(20)
    expect(overdue.length).toBeLessThan(60)
  })

  test('keeps hands free: nobody holds more than assignment allows', () => {
    const holding = new Map<string, number>()
    for (const lead of leads) if (lead.isOpen) holding.set(lead.ownerId, (holding.get(lead.ownerId) ?? 0) + 1)
    expect(Math.max(...holding.values())).toBeLessThan(50)
  })

  test('brings known customers back and junk in, at every door', () => {
    expect(share(company.captures, (capture) => capture.payload['phone'] !== undefined)).toBeGreaterThan(0.4)
    expect(company.refused / totals.captures).toBeGreaterThan(0.006)
    expect(company.refused / totals.captures).toBeLessThan(0.02)
    const again = (totals.captures - company.refused - totals.leads) / totals.captures
    expect(again).toBeGreaterThan(0.045)
    expect(again).toBeLessThan(0.075)
    expect(new Set(company.captures.map((capture) => capture.sourceId)).size).toBe(7)
  })

  test('never goes back in time, and nobody acts on a lead before it came', () => {
    const times = company.captures.map((capture) => Date.parse(capture.receivedAt))
    expect(times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0))).toBe(true)
    for (const followUp of company.followUps)
      expect(Date.parse(followUp.at)).toBeGreaterThanOrEqual(company.leads.get(followUp.leadId)?.receivedAt ?? Infinity)
    expect(Date.parse(company.followUps.at(-1)?.at ?? '')).toBeLessThan(until)
  })

  test('gives every event an id of its own', () => {
    expect(new Set(company.captures.map((capture) => `${capture.sourceId}/${capture.eventId}`)).size).toBe(
      company.captures.length,
    )
  })
})
