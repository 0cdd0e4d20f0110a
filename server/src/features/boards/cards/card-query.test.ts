import { expect, test } from 'vitest'
import { datedWithin, inGroup, inNoGroup, keyExpression, isDated } from './card-query.ts'

const zone = 'Asia/Shanghai'

test('an instant is grouped by its civil day, a date by itself, anything else by its value', () => {
  expect(keyExpression({ field: 'createdAt' }, 'instant')).toEqual({ call: 'dateOf', args: [{ field: 'createdAt' }] })
  expect(keyExpression({ field: 'day', bucket: 'month' }, 'date')).toEqual({ call: 'startOfMonth', args: [{ field: 'day' }] })
  expect(keyExpression({ field: 'subject', bucket: 'month' }, 'text')).toEqual({ field: 'subject' })
  expect(isDated('text')).toBe(false)
})

test('the week of a group is opened from its Monday to the moment before the next, in the company’s zone', () => {
  expect(inGroup({ field: 'createdAt', bucket: 'week' }, 'instant', '2026-11-16', zone)).toEqual(
    datedWithin('createdAt', 'instant', { from: '2026-11-15T16:00:00.000Z', to: '2026-11-22T15:59:59.999Z' }, zone),
  )
})

test('dates are compared with dates', () => {
  expect(inGroup({ field: 'day', bucket: 'month' }, 'date', '2026-11-01', zone)).toMatchObject({
    args: [{ args: [{ field: 'day' }, { value: '2026-11-01' }] }, { args: [{ field: 'day' }, { value: '2026-11-30' }] }],
  })
})

test('those without a value are a group, and the rest is what is in none', () => {
  const without = { call: 'isEmpty', args: [{ field: 'subject' }] }
  expect(inGroup({ field: 'subject' }, 'text', null, zone)).toEqual(without)
  expect(inNoGroup({ field: 'subject' }, 'text', ['math', null], zone)).toEqual({
    call: 'and',
    args: [
      { call: 'not', args: [{ call: 'equals', args: [{ field: 'subject' }, { value: 'math' }] }] },
      { call: 'not', args: [without] },
    ],
  })
})
