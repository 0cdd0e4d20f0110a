import { expect, test } from 'vitest'
import { formatMessage, type Messages } from './messages.ts'

const tables = import.meta.glob<Record<string, Messages>>('./messages/*.ts', { eager: true })
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((found) => found[1] ?? '').toSorted()

test.each(Object.entries(tables))('%s has every text in both languages, with the same blanks', (_, module) => {
  for (const messages of Object.values(module))
    for (const [key, [zh, en]] of Object.entries(messages)) {
      expect(zh.trim(), `${key} zh-CN`).not.toBe('')
      expect(en.trim(), `${key} en`).not.toBe('')
      expect(placeholders(en), key).toEqual(placeholders(zh))
      expect(/[\u4e00-\u9fff]/.test(en), `${key}: the English has Chinese in it`).toBe(false)
    }
})

test('one is one lead and everything else are leads, also where the figure came written out', () => {
  const said = (n: number | string): string =>
    formatMessage(['{n} 条', 'Move {n|lead|leads} to {name}'], 'en', { n, name: 'Li' })
  expect([said(0), said(1), said('1'), said('1,000')]).toEqual([
    'Move 0 leads to Li',
    'Move 1 lead to Li',
    'Move 1 lead to Li',
    'Move 1,000 leads to Li',
  ])
  expect(formatMessage(['{n} 条', '{n|lead|leads}'], 'zh-CN', { n: 1 })).toBe('1 条')
})
