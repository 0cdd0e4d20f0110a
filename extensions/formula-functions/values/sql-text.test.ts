import { expect, test } from 'vitest'
import { ordered, shared, sharedPair, wholeSql } from './sql-text.ts'

const occurrences = (text: string, part: string): number => text.split(part).length - 1

test.each(['phone', '"t"."amount"', 'lead.amount', '$3', '$3::numeric'])(
  '%s stands as it is, so that its index serves',
  (bare) => {
    expect(shared(bare, (sql) => `${sql} > 1 AND ${sql} < 3`)).toBe(`${bare} > 1 AND ${bare} < 3`)
  },
)

test('anything longer is written once, however often it is used: nesting would double it each time', () => {
  const twice = (sql: string): string => shared(sql, (value) => `${value} * ${value}`)
  const nested = Array.from({ length: 12 }).reduce<string>(twice, 'slow(amount)')
  expect(occurrences(nested, 'slow(amount)')).toBe(1)
  expect(nested.length).toBeLessThan(2_000)
})

test('a value that is shared already is not taken for a column of the row within', () => {
  expect(shared('reused.value', (sql) => `${sql} + ${sql}`)).toContain('SELECT reused.value AS value')
})

test('of a pair both are shared as soon as one has to be', () => {
  expect(sharedPair({ a: 'amount', b: 'count' }, (a, b) => `${a} / ${b}`)).toBe('amount / count')
  expect(sharedPair({ a: 'amount', b: 'f(x)' }, (a, b) => `${a} / ${b} / ${b}`)).toContain('pair.a / pair.b / pair.b')
})

test('texts alone are ordered by code point, and numbers out of bounds become NULL before they are cast', () => {
  expect(ordered('name', 'text')).toBe('name COLLATE "C"')
  expect(ordered('amount', 'number')).toBe('amount')
  expect(wholeSql('n', { min: 0, max: 9 })).toBe('CASE WHEN n BETWEEN 0 AND 9 THEN trunc(n)::int END')
})
