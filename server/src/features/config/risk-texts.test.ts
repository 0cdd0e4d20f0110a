import { expect, test } from 'vitest'
import { riskText } from './risk-texts.ts'

test('says how many and what, in either language', () => {
  expect(riskText({ code: 'role-is-held', count: 3 } as Parameters<typeof riskText>[0], 'zh-CN')).toContain('3 位同事')
  expect(riskText({ code: 'options-go', detail: '抖音' } as Parameters<typeof riskText>[0], 'en')).toContain('抖音')
})

test('what is not known leaves no brackets behind', () => {
  expect(riskText({ code: 'options-go' } as Parameters<typeof riskText>[0], 'zh-CN')).not.toMatch(/[{}]|undefined/)
})

test('an option whose name looks like a pattern of replacement is told as it is', () => {
  expect(riskText({ code: 'options-go', detail: "$& $1 $'" } as Parameters<typeof riskText>[0], 'en')).toContain("$& $1 $'")
})
