import { expect, test } from 'vitest'
import { isMadeUp } from './is-made-up.ts'

test.each(['+8613800138000', '+8613333333333', '+8613912345678', '+8613987654321', '+862162345678;ext=1'])(
  '%s is what people type to get past a form',
  (number) => {
    expect(isMadeUp(number)).toBe(number !== '+862162345678;ext=1')
  },
)

test('an extension and the country code are no part of the pattern', () => {
  expect(isMadeUp('+8613951726384;ext=11111111')).toBe(false)
  expect(isMadeUp('+8613951726384')).toBe(false)
})
