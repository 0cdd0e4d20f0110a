import { expect, it } from 'vitest'
import { errorCodes } from './error-codes.ts'

const all = Object.entries(errorCodes)
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted()

it.each(all)('%s says the same in both languages, with the same details', (code, { text }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  expect(placeholders(text.en)).toEqual(placeholders(text['zh-CN']))
  expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
  expect(text.en).not.toMatch(/\p{Script=Han}/u)
})

it('has statuses of clients and servers only, and says of every overload that it passes', () => {
  for (const [code, { status, retryable }] of all) {
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(status, code).toBeLessThan(600)
    if (status === 503 || status === 429) expect(retryable, code).toBe(true)
  }
})
