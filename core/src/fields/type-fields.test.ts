import { expect, it } from 'vitest'
import { z } from 'zod'
import { accept, refuse } from './parsed.ts'
import { defineFieldType } from './field-type.ts'
import { typeFields } from './type-fields.ts'

const code = defineFieldType({
  name: 'code',
  label: { 'zh-CN': '编码' },
  icon: 'hash',
  settings: z.strictObject({ prefix: z.string().default('C') }),
  valueType: 'text',
  hasSpellings: true,
  column: () => 'text',
  parse: (input, { prefix }) =>
    typeof input === 'string' && /^\d+$/.test(input) ? accept(prefix + input) : refuse('not-text'),
  format: String,
  samples: [],
})
const types = { code, plain: { ...code, name: 'plain', hasSpellings: false } }
const fields = {
  code: { name: 'code', type: 'code', settings: { prefix: 'K' } },
  plain: { name: 'plain', type: 'plain', settings: {} },
  lost: { name: 'lost', type: 'gone', settings: {} },
}
const typing = typeFields((path) => (Object.hasOwn(fields, path) ? fields[path as keyof typeof fields] : undefined), types)

it('says the type of a field that may be used, and of no other', () => {
  expect(['code', 'plain', 'lost', 'unknown'].map((path) => typing.typeOf(path))).toEqual([
    'text',
    'text',
    undefined,
    undefined,
  ])
})

it('reads what is written beside a field with spellings by its settings, and leaves what it cannot read', () => {
  const read = typing.spellingOf('code')
  expect([read?.('12'), read?.('twelve'), read?.(null)]).toEqual(['K12', 'twelve', null])
  expect(['plain', 'lost', 'unknown'].map((path) => typing.spellingOf(path))).toEqual([undefined, undefined, undefined])
})
