import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanLine } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { asRead } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

const settings = z.strictObject({
  /** In characters as people count them. */
  maxLength: z.number().int().min(1).max(2_000).default(500),
})

/** One line of text: a name, a school, an order number. */
export const text = defineFieldType({
  name: 'text',
  label: { 'zh-CN': '单行文本', en: 'Text' },
  icon: 'type',
  settings,
  valueType: 'text',
  column: () => 'text',
  parse: (input, { maxLength }) =>
    readText(input, cleanLine, (line) =>
      [...line].length <= maxLength ? accept(line) : refuse('too-long', { max: maxLength }),
    ),
  format: (value) => (value === null ? '' : String(value)),
  search: 'bigram',
  uniqueKey: asRead,
  samples: [
    {
      settings: { maxLength: 500 },
      values: ['王女士', 'O’Brien 👩‍🏫', '（中考）数学，冲刺'],
      bad: [{}, [], true, 'a\u0000b', '字'.repeat(501)],
    },
    { settings: { maxLength: 4 }, values: ['四个汉字'], bad: ['五个汉字了'] },
  ],
})
