import { expect, test } from 'vitest'
import { explainStartFailure } from './explain-start-failure.ts'

const failure = (code: string, message = code): Error => Object.assign(new Error(message), { code })
const settings = (facts: Record<string, unknown>) => ({ port: 4010, ...facts }) as Parameters<typeof explainStartFailure>[1]

test('a port that is taken is told by its number and what to do', () => {
  expect(explainStartFailure(failure('EADDRINUSE'), settings({}))).toMatch(/4010.*another PORT/)
})

test('a file that may not be read is not taken for a port', () => {
  expect(explainStartFailure(failure('EACCES', "open '/data'"), settings({}))).toBe("open '/data'")
})

test('a wrong password points at DATABASE_URL without repeating it', () => {
  const told = explainStartFailure(
    failure('28P01', 'password authentication failed'),
    settings({ databaseUrl: 'postgres://u:secret@db/x' }),
  )
  expect(told).toContain('DATABASE_URL')
  expect(told).not.toContain('secret')
})

test('before the settings are read, and of what is no error, the words themselves are told', () => {
  expect(explainStartFailure('broken', undefined)).toBe('broken')
  expect(explainStartFailure(failure('EADDRINUSE', 'in use'), undefined)).toBe('in use')
})
