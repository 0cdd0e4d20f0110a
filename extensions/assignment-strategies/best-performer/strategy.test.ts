import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidate } from '../candidates.fixture.ts'
import { bestPerformer } from './strategy.ts'

const settings = bestPerformer.settings.parse({})
const order = (figures: (number | undefined)[]): string[] =>
  bestPerformer
    .rank({
      eligible: figures.map((closed, at) =>
        candidate(`u${at}`, { figures: closed === undefined ? {} : { ordersClosed: closed } }),
      ),
      settings,
      record: {},
      previousOwnerId: null,
    })
    .toSorted((a, b) => a.score - b.score)
    .map(({ userId }) => userId)

test('nobody stands before one who closed more, and nobody vanishes', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(9), { nil: undefined }), { minLength: 1, maxLength: 8 }), (figures) => {
      const ranked = order(figures).map((userId) => figures[Number(userId.slice(1))] ?? 0)
      expect(ranked).toEqual(ranked.toSorted((a, b) => b - a))
      expect(ranked).toHaveLength(figures.length)
    }),
  )
})

test('who is new scores the same as who closed nothing', () => {
  const [fresh, idle] = bestPerformer.rank({
    eligible: [candidate('new'), candidate('idle', { figures: { ordersClosed: 0 } })],
    settings,
    record: {},
    previousOwnerId: null,
  })
  expect(Object.is(fresh?.score, idle?.score)).toBe(true)
})
