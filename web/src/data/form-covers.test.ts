import { expect, test } from 'vitest'
import { coverFrame } from './form-covers.ts'

test('a wide picture is drawn whole, as wide as asked', () => {
  expect(coverFrame({ width: 2_560, height: 1_280 }, 640)).toEqual({ top: 0, cut: 1_280, width: 640, height: 320 })
})

test('of a portrait the middle is taken', () => {
  expect(coverFrame({ width: 1_000, height: 2_000 }, 500)).toEqual({ top: 625, cut: 750, width: 500, height: 375 })
})

test('a small picture is not blown up', () => {
  expect(coverFrame({ width: 300, height: 100 }, 1_280)).toEqual({ top: 0, cut: 100, width: 300, height: 100 })
})
