import { defineFieldType } from '@jieli/core/fields/field-type'
import { refuse } from '@jieli/core/fields/parsed'
import { readId } from '@jieli/core/fields/read-id'
import { itemsOf, readItems } from '@jieli/core/fields/read-list'
import { z } from 'zod'

const settings = z.strictObject({
  max: z.number().int().min(1).max(100).default(20),
  /** Kinds of file that are offered when choosing, as in the `accept` of a file input: `['image/*']`. */
  accept: z
    .array(z.string().regex(/^[\w.+-]+\/[\w.+*-]+$/))
    .max(20)
    .default([]),
})

/** Photos and documents, by the ids of the stored files. */
export const attachment = defineFieldType({
  name: 'attachment',
  label: { 'zh-CN': '附件', en: 'Attachments' },
  icon: 'paperclip',
  settings,
  valueType: 'list',
  holdsFiles: true,
  // Lists of the formula language hold texts, ids included.
  column: () => 'text[]',
  parse: (input, { max }) => {
    const items = itemsOf(input)
    return items === null ? refuse('not-a-list') : readItems(items, max, readId)
  },
  format: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  index: 'none',
  samples: [
    {
      settings: { max: 2, accept: ['image/*'] },
      values: [
        ['01930000-0000-7000-8000-000000000001'],
        ['01930000-0000-7000-8000-000000000002', '01930000-0000-7000-8000-000000000001'],
      ],
      bad: [
        'photo.jpg',
        {},
        true,
        [{}],
        'a\u0000',
        ['1', '2', '3'].map((digit) => `01930000-0000-7000-8000-00000000000${digit}`),
      ],
    },
  ],
})
