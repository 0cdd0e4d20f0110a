import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLocation } from './read-location.ts'

const place = (input: unknown) => {
  const parsed = readLocation(input)
  return parsed.ok ? parsed.value : parsed.code
}

test('text, object and triple are one place, kept to ten centimetres', () => {
  const degrees = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((each) => each / 1e6)
  fc.assert(
    fc.property(degrees(90), degrees(180), (latitude, longitude) => {
      const stored = [latitude + 0, longitude + 0, null]
      expect(place([latitude, longitude])).toEqual(stored)
      expect(place({ latitude, longitude })).toEqual(stored)
      expect(place(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`)).toEqual(stored)
    }),
  )
})

test('latitude comes first: what can only be the other way round is refused', () => {
  expect(place('121.4737,31.2304')).toBe('not-a-location')
  expect(place([90.000001, 0])).toBe('not-a-location')
})

test('an address may hold commas, and blanks around it go', () => {
  expect(place('31.23,121.47  上海市, 人民大道 ')).toEqual([31.23, 121.47, '上海市, 人民大道'])
  expect(place([31.23, 121.47, '  '])).toEqual([31.23, 121.47, null])
})
