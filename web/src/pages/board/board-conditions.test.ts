import { expect, test } from 'vitest'
import { evaluate, type Expression, type Value } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { leadsOfCampus, leadsOfHour, leadsOfOwner, leadsOfSource } from './board-conditions.ts'

const range = { from: '2026-11-15T16:00:00.000Z', to: '2026-11-22T15:59:59.999Z' } as Parameters<typeof leadsOfCampus>[0]
const lead: Record<string, Value> = { createdAt: '2026-11-20T02:30:00.000Z', campus: 'c1', source: 'douyin', owner: 'u1' }
const holds = ({ where }: { where?: Expression }, facts: Record<string, Value> = {}): boolean =>
  where !== undefined &&
  evaluate(where, {
    functions: formulaFunctions,
    read: (path) => ({ ...lead, ...facts })[path] ?? null,
    context: { now: '2026-11-22T00:00:00.000Z', timeZone: 'Asia/Shanghai', userId: null },
  }) === true

test('the ends of the stretch belong to it, as they do to the figure', () => {
  expect(holds(leadsOfCampus(range, 'c1'), { createdAt: range.from })).toBe(true)
  expect(holds(leadsOfCampus(range, 'c1'), { createdAt: range.to })).toBe(true)
  expect(holds(leadsOfCampus(range, 'c1'), { createdAt: '2026-11-22T16:00:00.000Z' })).toBe(false)
})

test('no campus asked is every campus; the empty one is leads without', () => {
  expect([holds(leadsOfCampus(range, undefined)), holds(leadsOfCampus(range, 'c2'))]).toEqual([true, false])
  expect([holds(leadsOfCampus(range, '')), holds(leadsOfCampus(range, ''), { campus: null })]).toEqual([false, true])
})

test('an hour is the one the clock shows in Shanghai, its last minute included', () => {
  expect(holds(leadsOfHour(range, 'c1', 10))).toBe(true)
  expect(holds(leadsOfHour(range, 'c1', 10), { createdAt: '2026-11-20T02:59:59.999Z' })).toBe(true)
  expect(holds(leadsOfHour(range, 'c1', 11))).toBe(false)
})

test('behind a source or a person stand theirs alone', () => {
  expect([holds(leadsOfSource(range, 'c1', 'douyin')), holds(leadsOfSource(range, 'c1', ''))]).toEqual([true, false])
  expect([holds(leadsOfOwner(range, 'c1', 'u1')), holds(leadsOfOwner(range, 'c1', 'u2'))]).toEqual([true, false])
})
