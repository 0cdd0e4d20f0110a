import { expect, test } from 'vitest'
import { pauseAfter } from './keep-running.ts'

test('pauses grow from a quarter of a second to half a minute', () => {
  expect([1, 2, 3].map(pauseAfter)).toEqual([250, 500, 1_000])
  expect(pauseAfter(8)).toBe(30_000)
  expect(pauseAfter(2_000)).toBe(30_000)
})
