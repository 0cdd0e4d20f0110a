import { expect, it } from 'vitest'
import { countTests } from './count-tests.ts'

const green = { numPassedTests: 3, numFailedTests: 0, testResults: [] }

it('adds up what passed and failed', () => {
  expect(countTests({ ...green, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
})

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }]
  expect(countTests({ ...green, testResults }, 1)).toEqual({ passed: 3, failed: 1 })
})

it('never calls a broken run green', () => {
  expect(countTests(green, 1)).toEqual({ passed: 3, failed: 1 })
  expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

it('accepts a run without any test files', () => {
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 0 })
})
