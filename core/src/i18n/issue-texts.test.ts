import { expect, test } from 'vitest'
import { describeIssue, issueTexts } from './issue-texts.ts'
import { locales } from './label.ts'

test('an issue is a sentence in the language of its reader', () => {
  const issue = { path: 'name', code: 'too-long', params: { max: 60 } }
  expect(describeIssue(issue, 'zh-CN')).toBe('最多 60 个字')
  expect(describeIssue(issue, 'en')).toBe('At most 60 characters')
})

test('a code nobody wrote a sentence for still says that something is wrong', () => {
  expect(describeIssue({ path: 'name', code: 'toString' }, 'zh-CN')).toBe('这一项填得不对')
})

test('both languages of a sentence name the same things', () => {
  const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
  for (const texts of Object.values(issueTexts)) {
    const [first, ...others] = locales.map((locale) => namesIn(texts[locale]))
    for (const other of others) expect(other).toEqual(first)
  }
})
