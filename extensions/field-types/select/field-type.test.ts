import { expect, test } from 'vitest'
import { select } from './field-type.ts'

const option = (id: string, zh: string, en?: string) => ({ id, label: { 'zh-CN': zh, ...(en && { en }) } })
const settings = select.settings.parse({ options: [option('app', 'App 推广', 'App store'), option('fair', '地推')] })

test.each(['app', 'APP', 'App 推广', 'Ａｐｐ推广', ' app store\u200B'])(
  'an option is found by its id or its label: %s',
  (text) => {
    expect(select.parse(text, settings)).toEqual({ ok: true, value: 'app' })
  },
)

test('an option that is gone is shown by its id rather than lost', () => {
  expect(select.format('old', settings, 'zh-CN')).toBe('old')
})

test('options that could be mistaken for one another are refused when they are set', () => {
  const isFine = (options: unknown[]) => select.settings.safeParse({ options }).success
  expect(isFine([option('a', '甲'), option('a', '乙')])).toBe(false)
  expect(isFine([option('a', '甲'), option('b', '甲 ')])).toBe(false)
  expect(isFine([option('a', 'b'), option('b', '乙')])).toBe(false)
  expect(isFine([option('a', '甲', '甲'), option('b', '乙', 'b')])).toBe(true)
})

test('five hundred options are the most', () => {
  const many = (count: number) =>
    select.settings.safeParse({ options: Array.from({ length: count }, (_, at) => option(`o${at}`, `第 ${at} 项`)) }).success
  expect(many(500)).toBe(true)
  expect(many(501)).toBe(false)
})
