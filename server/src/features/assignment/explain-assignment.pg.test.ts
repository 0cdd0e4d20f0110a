import { must } from '@jieli/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { captureAll } from '../capture/intake.ts'
import { explainAssignment, type ExplainedDecision } from './explain-assignment.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

const captured = async (from: number, count: number) =>
  captureAll(
    test.system(),
    Array.from({ length: count }, (_, index) => ({
      sourceId: 'website',
      eventId: `e${from + index}`,
      receivedAt: test.clock.now(),
      actor: { kind: 'form' as const, id: 'website' },
      payload: {
        name: '家长',
        phone: String(13_700_000_000 + from + index),
        campus: test.ids.campuses[index % 2 === 0 ? 'xianlin' : 'binhu'],
      },
    })),
  )

const explained = async (recordId: string): Promise<ExplainedDecision> =>
  must((await explainAssignment(test.contextOf('admin'), 'lead', recordId)).decisions[0])

it('tells of each decision of a batch its own reason: who could, how many they had by then, and who got it', async () => {
  const handed = new Map<string, number>()
  for (const one of await captured(0, 40)) {
    if (one.status === 'refused') throw new Error(one.reason)
    const { ownerId, explanation } = await explained(one.recordId)
    expect(explanation.winnerId).toBe(ownerId)
    if (ownerId === null) continue
    const winner = must(explanation.rules.at(-1)?.candidates[0])
    expect(winner).toMatchObject({ userId: ownerId, rank: 1, reason: 'won', today: handed.get(ownerId) ?? 0 })
    handed.set(ownerId, (handed.get(ownerId) ?? 0) + 1)
  }
  expect([...handed.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30)
})

it('says of one that came alone what it says of one in a batch', async () => {
  const [alone] = await captured(100, 1)
  const [, , inBatch] = await captured(101, 5)
  if (alone?.status !== 'stored' || inBatch?.status !== 'stored') throw new Error('not stored')
  const [one, other] = [await explained(alone.recordId), await explained(inBatch.recordId)]
  const shape = ({ explanation }: ExplainedDecision) =>
    explanation.rules.map((rule) => ({
      ...rule,
      candidates: rule.candidates.map((candidate) => Object.keys(candidate).toSorted()),
    }))
  expect(shape(other).map(({ clauses, ruleId }) => ({ clauses, ruleId }))).toEqual(
    shape(one).map(({ clauses, ruleId }) => ({ clauses, ruleId })),
  )
  expect(
    other.explanation.rules
      .at(-1)
      ?.candidates.map(({ userId }) => userId)
      .toSorted(),
  ).toEqual(
    one.explanation.rules
      .at(-1)
      ?.candidates.map(({ userId }) => userId)
      .toSorted(),
  )
})
