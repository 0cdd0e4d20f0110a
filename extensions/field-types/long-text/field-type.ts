import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanText } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const settings = z.strictObject({
  /** In characters as people count them. */
  maxLength: z.number().int().min(1).max(100_000).default(10_000),
})

/** Text with paragraphs: notes, what was said on the phone. */
export const longText = defineFieldType({
  name: 'long-text',
  label: { 'zh-CN': '多行文本', en: 'Long text' },
  icon: 'text',
  settings,
  valueType: 'text',
  column: () => 'text',
  parse: (input, { maxLength }) =>
    readText(input, cleanText, (text) =>
      [...text].length <= maxLength ? accept(text) : refuse('too-long', { max: maxLength }),
    ),
  format: (value) => (value === null ? '' : String(value)),
  // A btree entry holds 2.7 kB at most; nobody sorts by a note.
  index: 'none',
  search: 'bigram',
  samples: [
    {
      settings: { maxLength: 10_000 },
      values: ['第一段\n\n第二段', '孩子初三，\t数学 92 分'],
      bad: [{}, true, '\u0000', '字'.repeat(10_001)],
    },
  ],
})
