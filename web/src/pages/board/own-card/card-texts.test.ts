import { expect, test } from 'vitest'
import { bucketText, changeOf, shortFigure } from './card-texts.ts'

test.each([
  ['¥864,000.00', 864_000, '¥86.4万'],
  ['¥9,980.00', 9_980, '¥9,980'],
  ['-¥1,200,000.00', -1_200_000, '-¥120万'],
  ['12.50', 12.5, '12.50'],
  ['1,234,567,890', 1_234_567_890, '12.3亿'],
  ['5小时', 18_000_000, '5小时'],
  ['61%', 0.61, '61%'],
])('%s is shown as short as it can be without saying anything else', (exact, value, shown) => {
  expect(shortFigure(exact, value, 'zh-CN')).toBe(shown)
})

test('in English large figures are thousands and millions', () => {
  expect(shortFigure('¥864,000.00', 864_000, 'en')).toBe('¥864K')
})

test('a bucket is called by where it begins', () => {
  expect(
    (['day', 'week', 'month', 'quarter', 'year'] as const).map((bucket) => bucketText('2026-10-01', bucket, 'zh-CN')),
  ).toEqual(['10/1', '10/1起', '26年10月', '2026 Q4', '2026年'])
})

test('a change needs something to compare with', () => {
  expect(changeOf(110, 100)).toBe(10)
  expect(changeOf(-50, -100)).toBe(50)
  expect([changeOf(1, 0), changeOf(1, null), changeOf(1, undefined), changeOf(null, 4)]).toEqual([null, null, null, null])
})
