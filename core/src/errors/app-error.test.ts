import { expect, it } from 'vitest'
import { AppError, describeError } from './app-error.ts'

it('carries a stable code, what its sentence needs, and its cause', () => {
  const cause = new Error('socket closed')
  const error = new AppError('unknown-field', { details: { field: 'phone' }, cause })
  expect(error).toMatchObject({ name: 'AppError', code: 'unknown-field', details: { field: 'phone' }, issues: [], cause })
  expect(error).toBeInstanceOf(Error)
  expect('cause' in new AppError('not-found')).toBe(false)
})

it('fills its sentence from the details; what is missing is a dash, never the word undefined', () => {
  expect(describeError('too-large', { limit: '2 MB' }, 'zh-CN')).toContain('2 MB')
  expect(describeError('too-large', {}, 'en')).toContain('—')
  expect(describeError('too-large', {}, 'en')).not.toMatch(/undefined|\{/)
})
