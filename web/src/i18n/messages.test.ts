import { expect, test } from 'vitest'
import type { Messages } from './messages.ts'

const tables = import.meta.glob<Record<string, Messages>>('./messages/*.ts', { eager: true })
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').toSorted()

test.each(Object.entries(tables))('%s has every text in both languages, with the same blanks', (_, module) => {
  for (const messages of Object.values(module))
    for (const [key, [zh, en]] of Object.entries(messages)) {
      expect(zh.trim(), `${key} zh-CN`).not.toBe('')
      expect(en.trim(), `${key} en`).not.toBe('')
      expect(placeholders(en), key).toEqual(placeholders(zh))
      expect(/[\u4e00-\u9fff]/.test(en), `${key}: the English has Chinese in it`).toBe(false)
    }
})
