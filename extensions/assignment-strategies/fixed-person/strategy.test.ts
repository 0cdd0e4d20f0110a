import { expect, test } from 'vitest'
import { candidate } from '../candidates.fixture.ts'
import { fixedPerson } from './strategy.ts'

const rank = (people: string[]) =>
  fixedPerson.rank({
    eligible: people.map((userId) => candidate(userId)),
    settings: { userId: 'li' },
    record: {},
    previousOwnerId: 'wang',
  })

test('ranks the one person and nobody in their place, so that the next rule has its turn', () => {
  expect(rank(['wang', 'li'])).toEqual([{ userId: 'li', score: 0 }])
  expect(rank(['wang'])).toEqual([])
})

test('a person must be named', () => {
  expect(fixedPerson.settings.safeParse({ userId: '' }).success).toBe(false)
  expect(fixedPerson.settings.safeParse({}).success).toBe(false)
})
