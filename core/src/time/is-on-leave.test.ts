import { expect, it } from 'vitest'
import { isOnLeave } from './is-on-leave.ts'
import { shanghai } from './time.fixture.ts'

const leave = [{ from: '2026-11-20', to: '2026-11-21' }]
const isAway = (wall: string): boolean => isOnLeave(shanghai(wall), leave, 'Asia/Shanghai')

it('lasts from the first midnight to the last, of the company’s zone', () => {
  expect(['2026-11-19 23:59', '2026-11-20 00:00', '2026-11-21 23:59', '2026-11-22 00:00'].map(isAway)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isOnLeave(shanghai('2026-11-20 00:00'), leave, 'America/New_York')).toBe(false)
})

it('without an end lasts until further notice; one of several is enough', () => {
  expect(isOnLeave(shanghai('2036-01-01 09:00'), [...leave, { from: '2026-12-01', to: null }], 'Asia/Shanghai')).toBe(true)
  expect(isOnLeave(shanghai('2026-11-20 09:00'), [], 'Asia/Shanghai')).toBe(false)
})
