import { expect, test } from 'vitest'
import { assignmentRuleSchema, call, field, literal, type AssignmentRule } from '@jieli/core'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { formatMessage } from '../../i18n/messages.ts'
import { ruleSentence, type SentenceWords } from './rule-sentence.ts'

const names: Record<string, string> = {
  consultant: '顾问',
  u1: '李娜',
  u2: '王珊',
  u3: '何嘉文',
  u4: '高远',
  campus: '校区',
  subject: '科目',
}
const words: SentenceWords = {
  locale: 'zh-CN',
  text: (key, params) => formatMessage(rulesMessages[key], 'zh-CN', params),
  print: () => '来源 等于 抖音',
  nameOf: (id) => names[id] ?? id,
  fieldTitle: (name) => names[name] ?? name,
}
const rule = (more: object): AssignmentRule =>
  assignmentRuleSchema.parse({ id: 'r', label: '规则', order: 1, pool: {}, strategy: { name: 'round-robin' }, ...more })
const say = (more: object): string =>
  ruleSentence(rule(more), words)
    .map(({ text }) => text)
    .join('')

test('a rule reads as one sentence', () => {
  expect(
    say({ when: call('equals', field('source'), literal('douyin')), pool: { sameAs: 'campus', skillField: 'subject' } }),
  ).toBe(
    '来源 等于 抖音 的线索，从 同校区、科目对口的顾问 里分配，按权重轮流。不当班的人、休假的人、满库容的人、今天已分满的人不参加；都不能接时，看下一条规则',
  )
})

test('everything to one person names that person', () => {
  expect(say({ strategy: { name: 'fixed-person', settings: { userId: 'u1' } }, whenNobody: 'queue' })).toMatch(
    /^所有线索，给 李娜。.*放进待分配队列/,
  )
  expect(say({ strategy: { name: 'fixed-person' } })).toContain('（还没选人）')
})

test('many people are named in part and counted', () => {
  expect(say({ pool: { users: ['u1', 'u2', 'u3', 'u4'] } })).toContain('李娜、王珊、何嘉文等 4 人')
})

test('a strategy this build does not know is named, not hidden', () => {
  expect(say({ strategy: { name: 'by-moon-phase' } })).toContain('by-moon-phase')
})
