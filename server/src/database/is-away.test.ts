import pg from 'pg'
import { expect, test } from 'vitest'
import { isAway } from './is-away.ts'

const refused = (code: string): pg.DatabaseError =>
  Object.assign(new pg.DatabaseError('told by PostgreSQL', 0, 'error'), { code })

test.each(['08006', '57P01', '57P02', '57P03'])('%s: the database is going, gone or coming', (code) => {
  expect(isAway(refused(code))).toBe(true)
})

test.each(['23505', '40001', '57014', '22P02'])('%s is an answer, so the database is there', (code) => {
  expect(isAway(refused(code))).toBe(false)
})

test.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
  '%s',
  (said) => {
    expect(isAway(new Error(said))).toBe(true)
  },
)

test('a port where nobody listens is away; a mistake of ours is not', () => {
  expect(isAway(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(true)
  expect(isAway(new TypeError('values is undefined'))).toBe(false)
  expect(isAway('away')).toBe(false)
})
