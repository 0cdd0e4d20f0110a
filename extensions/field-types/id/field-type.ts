import { defineFieldType } from '@jieli/core/fields/field-type'
import { readId } from '@jieli/core/fields/read-id'
import { z } from 'zod'

/** The record's own id. For the system field; designers do not offer it. */
export const id = defineFieldType({
  name: 'id',
  label: { 'zh-CN': '编号', en: 'Id' },
  icon: 'fingerprint',
  settings: z.strictObject({}),
  valueType: 'id',
  column: () => 'uuid',
  parse: readId,
  format: (value) => (value === null ? '' : String(value)),
  samples: [
    {
      settings: {},
      values: ['01930000-0000-7000-8000-000000000001'],
      bad: ['1', 'x'.repeat(36), true, [], {}, 'a\u0000'],
    },
  ],
})
