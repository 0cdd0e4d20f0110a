import { expect, test } from 'vitest'
import { Bindings } from './bindings.ts'

test('a value never stands in the text, whatever it holds', () => {
  const bindings = new Bindings()
  expect(bindings.bindAs("'; DROP TABLE w.lead --", 'text')).toBe('$1::text')
  expect(bindings.bindAs(5, 'numeric')).toBe('$2::numeric')
  expect(bindings.params).toEqual(["'; DROP TABLE w.lead --", 5])
})
