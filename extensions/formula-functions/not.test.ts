import { expect, test } from 'vitest'
import { not } from './not.ts'
import { ask } from '../kit/testing/ask.ts'

test('what is not known is not fulfilled, so its opposite is', () => {
  expect(ask(not)(null)).toBe(true)
  expect(ask(not)(ask(not)(null))).toBe(false)
})

test('its SQL holds for NULL too, where NOT would not', () => {
  expect(not.sql(['is_new'], { now: '$1', timeZone: '$2', userId: '$3' }, ['boolean'])).toBe('is_new IS NOT TRUE')
})
