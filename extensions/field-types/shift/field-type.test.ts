import { expect, test } from 'vitest'
import { shift } from './field-type.ts'

const read = (input: unknown) => {
  const parsed = shift.parse(input, {})
  return parsed.ok ? parsed.value : parsed
}
const nine = [['09:00', '18:00']]

test.each([
  '周一至周五 09:00–18:00；周六、周日 休息',
  '周一到周五: 9:00-18:00',
  'Mon-Fri 09:00 - 18:00; Sat, Sun off',
  '星期一、星期二、星期三、星期四、礼拜五 9:00~18:00',
])('%s is a week', (text) => {
  expect(read(text)).toEqual([nine, nine, nine, nine, nine, [], []])
})

test('hours of a day are put in order', () => {
  expect(read('周一 13:30-18:00、09:00-12:00')).toEqual([
    [
      ['09:00', '12:00'],
      ['13:30', '18:00'],
    ],
    [],
    [],
    [],
    [],
    [],
    [],
  ])
})

test('hours that overlap are refused with the day they are of', () => {
  expect(read('周二 09:00-12:00 11:00-13:00')).toEqual({ ok: false, code: 'hours-overlap', params: { day: 2 } })
})

test('a week is shown in as few phrases as it has different days', () => {
  expect(shift.format([nine, nine, nine, nine, nine, [], []], {}, 'zh-CN')).toBe('周一至周五 09:00–18:00；周六至周日 休息')
  expect(shift.format([nine, nine, nine, nine, nine, [], []], {}, 'en')).toBe('Mon–Fri 09:00–18:00; Sat–Sun off')
})
