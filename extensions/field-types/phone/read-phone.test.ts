import { expect, test } from 'vitest'
import { holdsSeveral, readPhone } from './read-phone.ts'

test('a number belongs to the country it names, else to the region of the field', () => {
  expect(readPhone('+1 202 555 0123', 'CN')).toBe('+12025550123')
  expect(readPhone('(202) 555-0123', 'US')).toBe('+12025550123')
  expect(readPhone('021-62345678', 'CN')).toBe('+862162345678')
  expect(readPhone('021-62345678', 'XX')).toBeNull()
})

test.each(['021-62345678-801', '021 62345678转801', '021-62345678 ext. 801', '02162345678#801'])(
  '%s has an extension',
  (text) => {
    expect(readPhone(text, 'CN')).toBe('+862162345678;ext=801')
  },
)

test.each(['12345', '138001380001234567', '电话不详', '1.38E+10', ''])('%s is no number', (text) => {
  expect(readPhone(text, 'CN')).toBeNull()
})

test('two numbers in one cell are told from a number that is wrong', () => {
  expect(holdsSeveral('13951726384/13951726385', 'CN')).toBe(true)
  expect(holdsSeveral('13951726384、不详', 'CN')).toBe(false)
  expect(holdsSeveral('13951726384', 'CN')).toBe(false)
})
