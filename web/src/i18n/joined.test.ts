import { afterEach, expect, it, vi } from 'vitest'
import { joined } from './joined.ts'

afterEach(() => vi.unstubAllGlobals())
const readIn = (locale: string): void => {
  vi.stubGlobal('localStorage', { getItem: () => locale })
}

it('sets names and parts of a sentence apart as the reader’s language does', () => {
  readIn('zh-CN')
  expect([joined(['李娜', '徐可']), joined(['撤销了 3 条', '留下 1 条'], 'parts')]).toEqual([
    '李娜、徐可',
    '撤销了 3 条；留下 1 条',
  ])
  readIn('en')
  expect([joined(['Li', 'Xu']), joined(['3 undone', '1 kept'], 'parts')]).toEqual(['Li, Xu', '3 undone; 1 kept'])
  expect(joined([])).toBe('')
})
