import fc from 'fast-check'
import { expect, test } from 'vitest'
import { and } from './and.ts'
import { not } from './not.ts'
import { or } from './or.ts'
import { ask } from '../kit/testing/ask.ts'

const truths = fc.array(fc.constantFrom(true, false, null), { maxLength: 5 })

test('fails exactly when one of its conditions does, absent ones included', () => {
  fc.assert(
    fc.property(truths, (conditions) => {
      expect(ask(not)(ask(and)(...conditions))).toBe(ask(or)(...conditions.map((each) => ask(not)(each))))
    }),
  )
})

test('of no conditions always holds, also as SQL', () => {
  expect(ask(and)()).toBe(true)
  expect(and.sql([], { now: '$1', timeZone: '$2', userId: '$3' }, [])).toBe('TRUE')
})
