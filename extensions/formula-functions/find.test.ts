import fc from 'fast-check'
import { expect, test } from 'vitest'
import { find } from './find.ts'
import { length } from './length.ts'
import { mid } from './mid.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('cutting out as much from where a part begins gives the part, emoji or not', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, part, after) => {
      const whole = before + part + after
      const at = ask(find)(part, whole)
      expect(Number(at)).toBeLessThanOrEqual([...before].length + 1)
      expect(ask(mid)(whole, at, ask(length)(part))).toBe(part)
    }),
  )
})

test('what does not occur is at no place, not at 0', () => {
  expect(ask(find)('z', 'abc')).toBeNull()
  expect(ask(find)(null, 'abc')).toBeNull()
})
