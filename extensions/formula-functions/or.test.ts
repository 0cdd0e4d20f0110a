import fc from 'fast-check'
import { expect, test } from 'vitest'
import { and } from './and.ts'
import { or } from './or.ts'
import { ask } from '../kit/testing/ask.ts'

const truth = fc.constantFrom(true, false, null)

test('one condition more never makes it fail, and whatever all fulfil one does', () => {
  fc.assert(
    fc.property(fc.array(truth, { minLength: 1, maxLength: 4 }), truth, (conditions, more) => {
      if (ask(or)(...conditions)) expect(ask(or)(...conditions, more)).toBe(true)
      if (ask(and)(...conditions)) expect(ask(or)(...conditions)).toBe(true)
    }),
  )
})

test('of no conditions never holds, also as SQL', () => {
  expect(ask(or)()).toBe(false)
  expect(or.sql([], { now: '$1', timeZone: '$2', userId: '$3' }, [])).toBe('FALSE')
})
