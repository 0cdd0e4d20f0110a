import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { formatFileIds, readFileIds, sampleFileId } from '../../kit/file-list.ts'

const settings = z.strictObject({ max: z.number().int().min(1).max(20).default(9) })

/** Pictures that are looked at, not filed: a classroom, a before and after. By the ids of the stored files. */
export const image = defineFieldType({
  name: 'image',
  label: { 'zh-CN': '图片', en: 'Images' },
  icon: 'image',
  settings,
  valueType: 'list',
  holdsFiles: true,
  column: () => 'text[]',
  parse: (input, { max }) => readFileIds(input, max),
  format: formatFileIds,
  index: 'none',
  samples: [
    {
      settings: { max: 2 },
      values: [[sampleFileId(1)], [sampleFileId(2), sampleFileId(1)]],
      bad: ['photo.jpg', {}, true, [{}], 'a\u0000', [1, 2, 3].map(sampleFileId)],
    },
  ],
})
