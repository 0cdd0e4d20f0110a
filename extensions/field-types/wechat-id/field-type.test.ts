import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { wechatId } from './field-type.ts'

const read = reader(wechatId)

test.each(['微信：li_ting2008', 'vx:li_ting2008', 'WeChat ID: li_ting2008', 'ｌｉ＿ｔｉｎｇ２００８'])(
  '%s is one id',
  (written) => {
    expect(read(written)).toBe('li_ting2008')
  },
)

test('who is found by the phone number has one spelling of it', () => {
  expect(['+86 139 1234 5678', '0086139-1234-5678', '13912345678'].map(read)).toEqual(Array(3).fill('13912345678'))
})

test('is the same person in capitals, and covered all but the ends', () => {
  expect(wechatId.identity?.('Qingyu-Edu')).toBe(wechatId.identity?.('qingyu-edu'))
  expect(wechatId.mask?.('li_ting2008')).toBe('li****08')
  expect(read('li****08')).toBe('not-a-wechat-id')
})
