import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf } from './count-of.ts'
import { splitPart } from './split-part.ts'
import { joinList } from './join-list.ts'
import { ask } from '../kit/testing/ask.ts'

test('is the number of the last part that the joined list has', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('语文', '数学'), { minLength: 1, maxLength: 6 }), (list) => {
      const [count, text] = [Number(ask(countOf)(list)), ask(joinList)(list)]
      expect(ask(splitPart)(text, '、', count)).toBe(list.at(-1))
      expect(ask(splitPart)(text, '、', count + 1)).toBeNull()
    }),
  )
})

test('nothing chosen counts as none, so that “fewer than 2” takes it in', () => {
  expect(ask(countOf)(null)).toBe(0)
})
