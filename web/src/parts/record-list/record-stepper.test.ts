import { expect, test } from 'vitest'
import type { CrmRecord } from '@jieli/core'
import { recordStepper } from './record-stepper.ts'

const shown = ['a', 'b', 'c'].map((id) => ({ id }) as CrmRecord)
const opened = (openId: string | null, step: 1 | -1): string | undefined => {
  let opens: string | undefined
  recordStepper(shown, openId, (id) => (opens = id)).move(step)
  return opens
}

test('steps go through the records in order and stop at the ends', () => {
  expect([opened('a', 1), opened('b', 1), opened('c', 1)]).toEqual(['b', 'c', 'c'])
  expect([opened('c', -1), opened('a', -1)]).toEqual(['b', 'a'])
})

test('with none of them open the first step opens the first', () => {
  expect([opened(null, 1), opened('gone', 1), opened(null, -1)]).toEqual(['a', 'a', 'a'])
})

test('nothing shown opens nothing', () => {
  let opens: string | undefined = 'before'
  recordStepper([], null, (id) => (opens = id)).move(1)
  expect(opens).toBeUndefined()
})
