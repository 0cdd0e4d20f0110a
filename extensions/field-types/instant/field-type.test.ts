import { expect, test } from 'vitest'
import { instant } from './field-type.ts'

const settings = instant.settings.parse({})
const read = (input: unknown, timeZone = settings.timeZone) => {
  const parsed = instant.parse(input, { ...settings, timeZone })
  return parsed.ok ? parsed.value : parsed.code
}

test.each([
  '2026-03-08 14:30',
  '2026/3/8 14:30',
  '2026年3月8日 下午2:30',
  '2026年3月8日14时30分',
  '2026-03-08T14:30+08:00',
  '2026-03-08T06:30:00Z',
  '２０２６－０３－０８　１４：３０',
  '2026-03-08 2:30 PM',
  '20260308 14:30',
  '1772951400',
  '1772951400000',
  1_772_951_400,
  new Date('2026-03-08T06:30:00Z'),
])('%s is half past two in Shanghai', (written) => {
  expect(read(written)).toBe('2026-03-08T06:30:00.000Z')
})

test('a time without a zone is meant in the zone of the field', () => {
  expect(read('2026-03-08 14:30', 'Europe/London')).toBe('2026-03-08T14:30:00.000Z')
  expect(instant.format('2026-03-08T14:30:00.000Z', { timeZone: 'Europe/London', seconds: true }, 'en')).toBe(
    '2026-03-08 14:30:00',
  )
})

test('the summer time of 1986 to 1991 counts', () => {
  expect(read('1988-07-01 12:00')).toBe('1988-07-01T03:00:00.000Z')
  expect(instant.format('1988-07-01T03:00:00.000Z', settings, 'zh-CN')).toBe('1988-07-01 12:00')
})

test('midnight is 12 at night of nobody knows which day, and noon is noon', () => {
  expect(read('2026年3月8日 晚上12点')).toBe('not-an-instant')
  expect(read('2026年3月8日 中午12点')).toBe('2026-03-08T04:00:00.000Z')
  expect(read('2026-03-08 12:05 AM')).toBe('2026-03-07T16:05:00.000Z')
})

test('microseconds of other systems are cut, not rounded into the future', () => {
  expect(read('2026-03-08T06:30:00.999999Z')).toBe('2026-03-08T06:30:00.999Z')
})
