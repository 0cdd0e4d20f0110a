import { expect, test } from 'vitest'
import { readInstant } from './read-instant.ts'

const at = (text: string) => readInstant(`2026-03-08 ${text}`, 'UTC')?.slice(11, 16) ?? null

test.each([
  ['凌晨1点', '01:00'],
  ['早上7点', '07:00'],
  ['上午11点', '11:00'],
  ['上午12点', '12:00'],
  ['中午12点', '12:00'],
  ['中午1点', '13:00'],
  ['下午2点', '14:00'],
  ['晚上8点', '20:00'],
  ['晚上20:15', '20:15'],
  ['12:00 am', '00:00'],
  ['12:00 pm', '12:00'],
])('%s is %s', (spoken, clock) => {
  expect(at(spoken)).toBe(clock)
})

test.each(['晚上12点', '晚上1点', '晚上0点', '中午9点', '上午14点', '25:00', '12:60'])('%s is nobody’s guess', (spoken) => {
  expect(at(spoken)).toBeNull()
})

test('a day without a time is its midnight in the zone of the field', () => {
  expect(readInstant('2026-03-08', 'Asia/Shanghai')).toBe('2026-03-07T16:00:00.000Z')
})

test('a zone that is written counts, however far it is; one that does not exist does not', () => {
  expect(readInstant('2026-03-08T10:00-12:00', 'Asia/Shanghai')).toBe('2026-03-08T22:00:00.000Z')
  expect(readInstant('2026-03-08T10:00+14:01', 'Asia/Shanghai')).toBeNull()
})

test('years outside 1900 to 2199 are typing mistakes', () => {
  expect(readInstant('2200-01-01T00:00:00Z', 'UTC')).toBeNull()
  expect(readInstant('1899-12-31T23:59:59Z', 'UTC')).toBeNull()
})
