import { AppError } from '@jieli/core'
import pg from 'pg'
import { expect, it } from 'vitest'
import { isOutage } from './is-outage.ts'

const databaseError = (code: string): pg.DatabaseError => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code })

it.each(['08006', '53300', '57P01', '57P03'])('%s of the database is an outage: the file waits', (code) => {
  expect(isOutage(databaseError(code))).toBe(true)
})

it.each(['57014', '23505', '22001', '40001'])('%s of the database is about the rows: they are tried one by one', (code) => {
  expect(isOutage(databaseError(code))).toBe(false)
})

it('hears it from the network and from the driver, not from what the platform itself refuses', () => {
  expect(isOutage(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(true)
  expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isOutage(new AppError('query-timed-out'))).toBe(false)
  expect(isOutage(new AppError('forbidden'))).toBe(false)
})
