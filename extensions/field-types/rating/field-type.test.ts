import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { rating } from './field-type.ts'

test('stars that are shown are the stars that are read', () => {
  for (const max of [2, 5, 10]) {
    for (let points = 1; points <= max; points += 1)
      expect(reader(rating, { max })(rating.format(points, { max }, 'zh-CN'))).toBe(points)
  }
})

test('no stars at all are no rating, and neither are more than there are', () => {
  expect(reader(rating)('☆☆☆☆☆')).toBe('not-a-rating')
  expect(reader(rating, { max: 3 })('4 星')).toBe('not-a-rating')
  expect(reader(rating)('4/5')).toBe(4)
})
