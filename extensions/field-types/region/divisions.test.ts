import { expect, test } from 'vitest'
import { findRegions, regionNames } from './divisions.ts'

test.each(['浙江省杭州市西湖区', '浙江/杭州/西湖区', '杭州西湖区', '浙江 杭州市 西湖区', '330106'])(
  '%s is one district',
  (text) => {
    expect(findRegions(text)).toEqual(['330106'])
  },
)

test('a municipality is named once, though it is its own city', () => {
  expect(regionNames('310104')).toEqual(['上海市', '徐汇区'])
  expect(findRegions('上海徐汇区')).toEqual(['310104'])
})

test('a district whose name several cities share is several places until the city is told', () => {
  expect(findRegions('鼓楼区').length).toBeGreaterThan(1)
  expect(findRegions('南京鼓楼区')).toHaveLength(1)
})

test('a shortened district alone is no place: 西湖 may be a lake', () => {
  expect(findRegions('西湖')).not.toContain('330106')
  expect(findRegions('')).toEqual([])
  expect(findRegions('火星')).toEqual([])
})

test('what is written out in full is found again, for every province', () => {
  for (const code of ['110000', '150000', '310000', '440000', '540000', '650000', '810000'])
    expect(findRegions(regionNames(code).join('')), code).toEqual([code])
})
