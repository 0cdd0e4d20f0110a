import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate } from '../format-date.ts'
import { hourOf } from '../hour-of.ts'
import { minuteOf } from '../minute-of.ts'
import { secondOf } from '../second-of.ts'
import { anyInstant, ask } from '../../kit/testing/ask.ts'

test('hour, minute and second are what the clock of the place shows', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'America/Los_Angeles'), (time, timeZone) => {
      const parts = [hourOf, minuteOf, secondOf].map((fn) => String(ask(fn, { timeZone })(time)).padStart(2, '0'))
      expect(parts.join(':')).toBe(ask(formatDate, { timeZone })(time, 'HH:mm:ss'))
    }),
  )
})

test('before 1970 the clock goes forward too', () => {
  expect(ask(secondOf, { timeZone: 'UTC' })('1969-12-31T23:59:58.5Z')).toBe(58)
  expect(ask(hourOf, { timeZone: 'UTC' })('1969-12-31T23:59:58.5Z')).toBe(23)
})
