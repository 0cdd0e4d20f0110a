import { expect, it } from 'vitest'
import { z } from 'zod'
import { isTooDeep, refuseDeep } from './refuse-deep.ts'

const nested = (levels: number): unknown => {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

it('knows nesting beyond anything of ours, without running out of stack', () => {
  expect(isTooDeep(nested(120))).toBe(false)
  expect(isTooDeep(nested(121))).toBe(true)
  expect(isTooDeep(nested(200_000))).toBe(true)
  expect(isTooDeep(Array.from({ length: 10_000 }, () => [1]))).toBe(false)
})

it('refuses before the schema behind it is asked', () => {
  let asked = 0
  const schema = refuseDeep(z.unknown().refine(() => ++asked > 0))
  expect(schema.safeParse(nested(200)).success).toBe(false)
  expect(asked).toBe(0)
  expect(schema.safeParse(nested(3)).success).toBe(true)
})
