import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidate } from '../candidates.fixture.ts'
import { leastLoad } from './strategy.ts'

test('the load that is shown is the load that decides', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.constantFrom('holding' as const, 'today' as const), (holding, today, by) => {
      const person = candidate('li', { holding, today })
      const [ranked] = leastLoad.rank({ eligible: [person], settings: { by }, record: {}, previousOwnerId: null })
      expect(leastLoad.figures?.(person, { by })[0]?.value).toBe(ranked?.score)
      expect(ranked?.score).toBe(by === 'today' ? today : holding)
    }),
  )
})
