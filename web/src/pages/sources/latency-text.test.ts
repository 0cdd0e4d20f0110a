import { expect, test } from 'vitest'
import { latencyText } from './latency-text.ts'

const told = (milliseconds: number | null): string =>
  latencyText(
    milliseconds,
    ((key: string, values: { n: unknown }) => `${String(values.n)} ${key}`) as Parameters<typeof latencyText>[1],
  )

test('the unit fits the size: milliseconds, seconds, minutes', () => {
  expect([320, 1_200, 42_400, 240_000].map(told)).toEqual(['320 milliseconds', '1.2 seconds', '42 seconds', '4 minutes'])
})

test('nothing measured is no zero', () => {
  expect(told(null)).toBe('—')
  expect(told(0)).toBe('0 milliseconds')
})

test('no unit is shown beyond its measure: nearly a second is a second, nearly a minute a minute', () => {
  expect(told(999.6)).toBe('1.0 seconds')
  expect(told(9_960)).toBe('10 seconds')
  expect(told(59_600)).toBe('1 minutes')
})
