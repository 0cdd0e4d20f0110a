import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

it('writes equal things as equal texts, whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}')
  expect(canonicalJson({ a: { c: null, d: [2, 1] }, b: 1 })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}')
  expect(canonicalJson(undefined)).toBeUndefined()
})

it('keeps the meaning of any JSON, and is its own canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value) ?? ''
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

it('replaces halves of surrogate pairs, in keys too: PostgreSQL holds none', () => {
  expect(canonicalJson({ 'a\ud800': 'b\udc00' })).toBe('{"a\ufffd":"b\ufffd"}')
})
