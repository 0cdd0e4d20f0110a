import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { email } from './field-type.ts'

const read = reader(email)

test.each([
  'Li.Ting@Qingyu.edu.cn',
  ' li.ting@qingyu.edu.cn ',
  '李婷 <li.ting@qingyu.edu.cn>',
  'mailto:li.ting@qingyu.edu.cn',
  'ｌｉ．ｔｉｎｇ＠ｑｉｎｇｙｕ．ｅｄｕ．ｃｎ',
])('%s is one mailbox', (written) => {
  expect(read(written)).toBe('li.ting@qingyu.edu.cn')
})

test('the cover shows where the mail goes, not to whom, and is not taken for an address', () => {
  const cover = email.mask?.('li.ting@qingyu.edu.cn')
  expect(cover).toBe('l***@qingyu.edu.cn')
  expect(read('l***@qingyu.edu.cn')).toBe('not-an-email')
})

test('addresses people type to get past a form are flagged, those of real people are not', () => {
  expect(['test@qq.com', 'noreply@jieli.cn', 'li@example.com'].map((each) => email.isSuspicious?.(each))).toEqual([
    true,
    true,
    true,
  ])
  expect(email.isSuspicious?.('testino@qq.com')).toBe(false)
})
