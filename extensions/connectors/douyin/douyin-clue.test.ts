import { expect, test } from 'vitest'
import { clueTime, readClue } from './douyin-clue.ts'

test('an authorisation or a statistic is no lead', () => {
  expect(readClue({ event: 'authorised', order_id: 1 })).toBeNull()
  expect(readClue({ telephone: '  ' })).toBeNull()
})

test('both spellings of the phone are one, and an id is text whether it came as a number or not', () => {
  expect(readClue({ telphone: '13951726384', clue_id: 7 })).toMatchObject({ telephone: '13951726384', clue_id: '7' })
  expect(readClue({ telephone: '', phone: 13951726384 })).toMatchObject({ telephone: '13951726384' })
})

test('answers come as an object or as its text, and are lines a consultant can read', () => {
  const answers = { 年级: '初三', 科目: ['数学', '物理'], 空: '' }
  const clue = { telephone: '1', remark: '尽快联系', province_name: '江苏', city_name: '南京' }
  const note = '尽快联系\n年级：初三\n科目：数学、物理\n地区：江苏 南京'
  expect(readClue({ ...clue, remark_dict: answers })).toMatchObject({ note })
  expect(readClue({ ...clue, remark_dict: JSON.stringify(answers) })).toMatchObject({ note })
})

test('what is needed to report back is kept in one line, without what is missing', () => {
  expect(readClue({ clue_id: '7', req_id: 'r', ad_id: '' })).toMatchObject({ click_ids: 'clue_id=7&req_id=r' })
})

test('the more exact time counts', () => {
  expect(clueTime({ create_time: '2026-11-21 10:00:00' })).toBe('2026-11-21T02:00:00.000Z')
  expect(clueTime({})).toBeUndefined()
})
