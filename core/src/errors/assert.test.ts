import { expect, it } from 'vitest'
import { assert, must, unreachable } from './assert.ts'

it('stops with what must hold', () => {
  expect(() => assert(false, 'rules are ordered')).toThrow('rules are ordered')
  expect(() => assert(1, 'anything true')).not.toThrow()
})

it('gives the value when it is there, also when it is false, zero or empty', () => {
  for (const value of [0, false, '', Number.NaN]) expect(must(value)).toBe(value)
  expect(() => must(null, 'the campus')).toThrow('the campus is missing')
  expect(() => must(undefined)).toThrow('value is missing')
})

it('names the case that nobody handled', () => {
  expect(() => unreachable('gantt' as never)).toThrow('"gantt"')
})
