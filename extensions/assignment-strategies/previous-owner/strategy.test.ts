import { expect, test } from 'vitest'
import { candidate } from '../candidates.fixture.ts'
import { previousOwner } from './strategy.ts'

const facts = (previousOwnerId: string | null) => ({
  eligible: ['li', 'wang'].map((userId) => candidate(userId)),
  settings: {},
  record: {},
  previousOwnerId,
})

test('a customer nobody had goes to nobody by this rule', () => {
  expect(previousOwner.rank(facts(null))).toEqual([])
  expect(previousOwner.only?.(facts(null))).toEqual([])
})

test('who had the customer and may not take it hands on to the next rule', () => {
  expect(previousOwner.rank(facts('gone'))).toEqual([])
  expect(previousOwner.rank(facts('wang'))).toEqual([{ userId: 'wang', score: 0 }])
})
