import { defineFieldType } from '@jieli/core/fields/field-type'
import { canonicalJson } from '@jieli/core/fields/canonical-json'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { z } from 'zod'
import { readJson } from './read-json.ts'

/**
 * Facts of programs: click ids, UTM trails. The stored value is the JSON text with keys in order, so equal things are equal
 * texts; the column is jsonb.
 */
export const json = defineFieldType({
  name: 'json',
  label: { 'zh-CN': 'JSON', en: 'JSON' },
  icon: 'braces',
  settings: z.strictObject({}),
  valueType: 'any',
  column: () => 'jsonb',
  parse: (input) => {
    const text = readJson(input)
    if (text === undefined) return refuse('not-json')
    if (text !== null && text.length > 100_000) return refuse('too-long', { max: 100_000 })
    return text?.includes('\\u0000') ? refuse('bad-characters') : accept(text)
  },
  format: (value) => (value === null ? '' : String(value)),
  fromRow: (raw) => (raw === null || raw === undefined ? null : (canonicalJson(raw) ?? null)),
  index: 'none',
  isOpaque: true,
  samples: [
    {
      settings: {},
      values: ['{"gclid":"Cj0KCQ","utm_source":"douyin"}', '[1,"二",{"a":null}]', '{"a":{"b":[true,false]}}'],
      bad: ['{', '{"a":}', 'hello', '{"a":"\\u0000"}', () => 1, { long: 'x'.repeat(100_001) }],
    },
  ],
})
