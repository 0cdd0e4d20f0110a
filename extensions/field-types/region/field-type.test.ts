import { expect, test } from 'vitest'
import { region } from './field-type.ts'

const read = (text: string) => {
  const parsed = region.parse(text, {})
  return parsed.ok ? parsed.value : parsed.code
}

test.each([
  ['浙江省杭州市西湖区', '330106'],
  ['浙江/杭州/西湖区', '330106'],
  ['杭州市西湖区', '330106'],
  ['上海徐汇', '310104'],
  ['徐汇区', '310104'],
  ['上海市上海市徐汇区', '310104'],
  ['湖北省仙桃市', '429004'],
  ['新疆', '650000'],
  ['北京', '110000'],
  ['吉林省', '220000'],
  ['吉林市', '220200'],
])('%s is %s', (text, code) => {
  expect(read(text)).toBe(code)
})

test('a name that several places share asks for more', () => {
  expect(read('鼓楼区')).toBe('several-regions')
  expect(read('南京市鼓楼区')).toBe('320106')
})

test('what is no place is refused', () => {
  expect(read('110100')).toBe('unknown-region')
  expect(read('浙江省徐汇区')).toBe('unknown-region')
})
