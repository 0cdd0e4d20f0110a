import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

test('the order of keys and the blanks between them make no difference', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }), (object) => {
      const turned = Object.fromEntries(Object.entries(object).toReversed())
      expect(readJson(JSON.stringify(turned, null, 2))).toBe(readJson(object))
    }),
  )
})

test('nothing is nothing, and what is no JSON is told from it', () => {
  for (const nothing of ['', ' \n', 'null', null, undefined]) expect(readJson(nothing)).toBeNull()
  for (const broken of ['{', "{'a':1}", 'hello', () => 1, Symbol('x')]) expect(readJson(broken)).toBeUndefined()
})

test('a circle of objects is refused instead of hanging', () => {
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  expect(readJson(circle)).toBeUndefined()
})
