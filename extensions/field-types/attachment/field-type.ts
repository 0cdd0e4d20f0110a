import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { formatFileIds, readFileIds } from '../../kit/file-list.ts'

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
  column: () => 'text[]',
  parse: (input, { max }) => readFileIds(input, max),
  format: formatFileIds,
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
