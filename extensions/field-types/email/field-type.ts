import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

const address = z.email().max(254)
/** How mail programs write an address: `李婷 <li@example.com>`, `mailto:li@example.com`. */
const wrapped = /^[^<>]*<([^<>]+)>$/

/** Case never tells two mailboxes apart in practice, so it is not kept. */
const bare = (text: string): string =>
  (wrapped.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()

const maskEmail = (value: string): string => value.replace(/^(.).*@/u, '$1***@')

/** A mail address. */
export const email = defineFieldType({
  name: 'email',
  label: { 'zh-CN': '邮箱', en: 'Email' },
  icon: 'mail',
  settings: z.strictObject({}),
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input) =>
    readShort(input, cleanCode, (text) =>
      address.safeParse(bare(text)).success ? accept(bare(text)) : refuse('not-an-email'),
    ),
  format: (value) => (value === null ? '' : String(value)),
  mask: (value) => (value === null ? '' : maskEmail(String(value))),
  coverSql: (column) => String.raw`regexp_replace(${column}, '^(.).*@', '\1***@')`,
  identity: (value) => (value === null ? null : String(value)),
  isSuspicious: (value) =>
    /^(test|abc|aaa+|123+\d*|noreply|no-reply)@|@(example\.(com|org|net)|test\.com|mailinator\.com)$/.test(String(value)),
  search: 'trigram',
  uniqueKey: asStored,
  samples: [
    {
      settings: {},
      values: ['li.ting@qingyu.edu.cn', 'wang+kefu@example.com'],
      bad: ['li', 'li@', '@x.com', 'a b@x.com', 'a@b@c.com', `${'a'.repeat(250)}@x.com`, {}, true, 'a\u0000@x.com'],
    },
  ],
})
