import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { asRead } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

const caption = /^(?:微信号?|we ?chat(?: id)?|weixin|vx|wx|v) ?[:：] ?/i
const wechatName = /^[a-z][a-z0-9_-]{5,19}$/i
const mobile = /^(?:\+?86|0086)?(1[3-9]\d{9})$/

/** Many people are found by their phone number; then the number is the id, in one spelling. */
function readWechatId(text: string): string | null {
  const bare = text.replace(caption, '')
  const number = mobile.exec(bare.replace(/[\s-]/g, ''))?.[1]
  if (number) return number
  return wechatName.test(bare) ? bare : null
}

/** The id by which somebody is found in WeChat: 6–20 characters, or the phone number. */
export const wechatId = defineFieldType({
  name: 'wechat-id',
  label: { 'zh-CN': '微信号', en: 'WeChat ID' },
  icon: 'message-circle',
  settings: z.strictObject({}),
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input) =>
    readShort(input, cleanCode, (text) => {
      const id = readWechatId(text)
      return id === null ? refuse('not-a-wechat-id') : accept(id)
    }),
  format: (value) => (value === null ? '' : String(value)),
  mask: (value) => (value === null ? '' : `${String(value).slice(0, 2)}****${String(value).slice(-2)}`),
  coverSql: (column) => `left(${column}, 2) || '****' || right(${column}, 2)`,
  identity: (value) => (value === null ? null : String(value).toLowerCase()),
  isSuspicious: (value) => /^(?:wechat|weixin|wxid_?|test)\d*$|^(.)\1{5}/i.test(String(value)),
  search: 'trigram',
  uniqueKey: asRead,
  samples: [
    {
      settings: {},
      values: ['li_ting2008', 'wxid_abc123def456gh', 'Qingyu-Edu', '13912345678'],
      bad: ['short', '2fast4you', '微信好友', 'a'.repeat(21), 'no spaces', '123456', {}, true, 'abcdef\u0000'],
    },
  ],
})
