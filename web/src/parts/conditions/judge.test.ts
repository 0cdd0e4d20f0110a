import { expect, it } from 'vitest'
import { call, field, literal } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { judge } from './judge.ts'

const surroundings = {
  fields: [
    { name: 'stage', type: 'text' },
    { name: 'amount', type: 'number' },
    { name: 'due', type: 'date' },
  ] as FieldMeta[],
  now: '2026-11-20T16:30:00.000Z',
  timeZone: 'Asia/Shanghai',
  userId: 'u1',
}

it('judges values at hand as the server would', () => {
  const isLarge = call('greaterThan', field('amount'), literal(9))
  expect(judge(isLarge, { amount: '10.00' }, surroundings)).toBe(true)
  expect(judge(isLarge, { amount: '8' }, surroundings)).toBe(false)
  expect(judge(isLarge, {}, surroundings)).toBe(false)
})

it('takes today from the company’s zone', () => {
  expect(judge(call('isToday', field('due')), { due: '2026-11-21' }, surroundings)).toBe(true)
})

it('does not hold where it cannot be judged', () => {
  expect(judge(call('noSuchFunction'), {}, surroundings)).toBe(false)
  expect(judge(call('equals', field('campus.city'), literal('南京')), {}, surroundings)).toBe(false)
})
