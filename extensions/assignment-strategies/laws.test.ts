import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideAssignment, locales, type AssignmentDecision, type AssignmentStrategy, type Candidate } from '@jieli/core'
import { pools, ruleWith } from './candidates.fixture.ts'
import { assignmentStrategies } from './index.ts'

const registry: Readonly<Record<string, AssignmentStrategy>> = assignmentStrategies
/** Settings for strategies that cannot do without; `{}` serves the others. */
const neededSettings: Record<string, Record<string, unknown>> = { 'fixed-person': { userId: 'u0' } }
const settingsFor = (name: string): Record<string, unknown> => neededSettings[name] ?? {}

const decide = (name: string, pool: Candidate[], previousOwnerId: string | null): AssignmentDecision =>
  decideAssignment({
    record: { subject: 'zk-math' },
    rules: [ruleWith(name, settingsFor(name))],
    strategies: registry,
    previousOwnerId,
    now: '2026-11-21T02:00:00.000Z',
    verdictOf: () => ({ holds: true, clauses: [] }),
    candidatesOf: () => pool,
  })

const canTake = (person: Candidate): boolean =>
  person.onShift &&
  !person.onLeave &&
  (person.holdingCap === null || person.holding < person.holdingCap) &&
  (person.dailyCap === null || person.today < person.dailyCap)

it('every folder is in the registry under its own name, and the other way round', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(Object.keys(registry).sort()).toEqual(folders.sort())
  for (const [name, strategy] of Object.entries(registry)) expect(strategy.name).toBe(name)
})

describe.each(Object.entries(registry))('%s', (name, strategy) => {
  const settings = strategy.settings.parse(settingsFor(name))
  const rankedOf = (eligible: Candidate[], previousOwnerId: string | null): { userId: string; score: number }[] =>
    strategy.rank({ eligible, settings, record: { subject: 'zk-math' }, previousOwnerId })

  it('ranks nobody when nobody is eligible', () => {
    expect(rankedOf([], 'u0')).toEqual([])
    expect(decide(name, [], 'u0').ownerId).toBeNull()
  })

  it('ranks only the eligible, each once, with a number', () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(null, 'u0', 'u9'), (pool, previous) => {
        const ids = rankedOf(pool, previous).map(({ userId }) => userId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(pool.map(({ userId }) => userId)).toEqual(expect.arrayContaining(ids))
        for (const { score } of rankedOf(pool, previous)) expect(Number.isFinite(score)).toBe(true)
      }),
    )
  })

  it('gives the record only to somebody who can take it', () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(null, 'u0', 'u1'), (pool, previous) => {
        const { ownerId } = decide(name, pool, previous)
        if (ownerId !== null) expect(pool.filter(canTake).map(({ userId }) => userId)).toContain(ownerId)
      }),
    )
  })

  it('decides the same from the same facts, in whatever order they come, and leaves them untouched', () => {
    fc.assert(
      fc.property(
        pools.chain((pool) => fc.tuple(fc.constant(pool), fc.shuffledSubarray(pool, { minLength: pool.length }))),
        ([pool, shuffled]) => {
          const before = structuredClone(pool)
          const decision = decide(name, pool, 'u1')
          expect(decide(name, shuffled, 'u1')).toEqual(decision)
          expect(decide(name, pool, 'u1')).toEqual(decision)
          expect(pool).toEqual(before)
        },
      ),
    )
  })

  it('leaves an explanation that agrees with itself', () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(null, 'u0', 'u1'), (pool, previous) => {
        const { ownerId, explanation } = decide(name, pool, previous)
        const table = explanation.rules[0]?.candidates ?? []
        const only = strategy.only?.({ settings, previousOwnerId: previous })
        const listed = pool.map(({ userId }) => userId).filter((userId) => only?.includes(userId) ?? true)
        expect(table.map(({ userId }) => userId).sort()).toEqual(listed.sort())
        expect(table.filter(({ reason }) => reason === 'won').map(({ userId, rank }) => [userId, rank])).toEqual(
          ownerId === null ? [] : [[ownerId, 1]],
        )
        const places = table.flatMap(({ rank }) => (rank === null ? [] : [rank]))
        expect(places).toEqual(places.map((_, index) => index + 1))
        for (const row of table) {
          expect(row.reason).toBeTruthy()
          if (row.rank !== null) expect(row.eligible).toBe(true)
          if (!row.eligible) expect(['on-leave', 'off-shift', 'holding-cap', 'daily-cap']).toContain(row.reason)
        }
        expect(
          table
            .filter(({ userId }) => pool.some((person) => person.userId === userId && canTake(person)))
            .every(({ eligible }) => eligible),
        ).toBe(true)
        expect(explanation.outcome).toBe(ownerId === null ? 'queued' : ownerId === previous ? 'kept-owner' : 'assigned')
      }),
    )
  })

  it('could choose nobody beyond those it restricts itself to', () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(null, 'u0', 'u1'), (pool, previous) => {
        const only = strategy.only?.({ settings, previousOwnerId: previous })
        for (const { userId } of rankedOf(pool, previous)) expect(only?.includes(userId) ?? true).toBe(true)
      }),
    )
  })

  it('keeps turns only of those who took part', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const able = pool.filter(canTake).map(({ userId }) => userId)
        for (const { userId, credit } of decide(name, pool, 'u0').credits) {
          expect(able).toContain(userId)
          expect(Number.isFinite(credit)).toBe(true)
        }
      }),
    )
  })

  it('is named, described and spoken in every language', () => {
    for (const text of [strategy.label, strategy.description]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text.en).toBeTruthy()
    }
    for (const locale of locales) expect(strategy.sentence(settings, locale).trim()).not.toBe('')
    expect(strategy.sentence(settings, 'zh-CN')).toMatch(/\p{Script=Han}/u)
  })

  it('takes empty settings, or says which one is missing', () => {
    const parsed = strategy.settings.safeParse({})
    if (!parsed.success) {
      expect(name in neededSettings).toBe(true)
      for (const issue of parsed.error.issues) expect(issue.path.length).toBeGreaterThan(0)
    }
  })

  it('has settings that survive being stored', () => {
    expect(strategy.settings.parse(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })

  it('comes with three lines for whoever chooses it', () => {
    const readme = new URL(`${name}/README.md`, import.meta.url)
    expect(existsSync(readme)).toBe(true)
    expect(readFileSync(readme, 'utf8').trim().split('\n')).toHaveLength(3)
  })
})
