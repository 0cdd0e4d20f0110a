import { expect, it } from 'vitest'
import { measureSource } from './measure-source.ts'

it('counts any as a type, not as a word', () => {
  const text = `// any\nexport const one: any = 'any'\n`
  expect(measureSource(text, false)).toMatchObject({ lines: 2, comments: 1, anys: 1, suppressions: 0 })
})

it('finds the longest function, whatever was parsed before and however wide the letters are', () => {
  measureSource('export const before = 1\n', false)
  const text = `/** 接力 */\nexport const short = () => 1\n\nexport function long() {\n  const text = '青屿'\n  return text\n}\n`
  expect(measureSource(text, false).longest).toEqual({ lines: 4, at: 4 })
})

it('reads components', () => {
  expect(measureSource('export function Page() {\n  return <p>接力</p>\n}\n', true).longest.lines).toBe(3)
})

it('counts suppressions of the compiler and the linter', () => {
  // Put together here, so that this file is not counted for what it only speaks of.
  const suppression = ['// @ts', 'ignore'].join('-')
  expect(measureSource(`${suppression}\nexport const one = 1\n`, false).suppressions).toBe(1)
})
