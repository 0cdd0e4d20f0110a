import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { formatFileIds, readFileIds, sampleFileId } from '../../kit/file-list.ts'

/** A name drawn with finger, pen or mouse, kept as a picture: one, by the id of its file. */
export const signature = defineFieldType({
  name: 'signature',
  label: { 'zh-CN': '手写签名', en: 'Signature' },
  icon: 'signature',
  settings: z.strictObject({}),
  valueType: 'list',
  holdsFiles: true,
  column: () => 'text[]',
  parse: (input) => readFileIds(input, 1),
  format: formatFileIds,
  index: 'none',
  samples: [
    {
      settings: {},
      values: [[sampleFileId(1)]],
      bad: ['李娜', {}, true, [{}], 'a\u0000', [sampleFileId(1), sampleFileId(2)]],
    },
  ],
})
