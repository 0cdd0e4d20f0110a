import { expect, test } from 'vitest'
import { fitResult, fitResultSql } from './fit-result.ts'

test('a number that its column cannot hold exactly counts as absent', () => {
  expect(fitResult('1234.5', 'numeric(18,2)')).toBe(1234.5)
  expect(fitResult(1e13, 'numeric(18,2)')).toBeNull()
  expect(fitResult(-1e13, 'numeric(18,2)')).toBeNull()
  expect(fitResult(null, 'numeric(18,2)')).toBeNull()
})

test('other values stay as they are', () => {
  expect(fitResult('2026-11-22', 'date')).toBe('2026-11-22')
  expect(fitResultSql('x', 'date')).toBe('(x)::date')
})
