import { defineFieldType } from '@jieli/core/fields/field-type'
import { readId } from '@jieli/core/fields/read-id'
import { z } from 'zod'

const settings = z.strictObject({ object: z.literal('user').default('user') })

/** Somebody of the company, by id. Names are shown by the engine, which knows the people. */
export const user = defineFieldType({
  name: 'user',
  label: { 'zh-CN': '人员', en: 'Person' },
  icon: 'user',
  settings,
  valueType: 'id',
  column: () => 'uuid',
  parse: readId,
  format: (value) => (value === null ? '' : String(value)),
  isRelation: true,
  samples: [
    {
      settings: { object: 'user' },
      values: ['01930000-0000-7000-8000-000000000001'],
      bad: ['1', '01930000-0000-7000-8000-00000000000g', true, [], {}, 'a\u0000'],
    },
  ],
})
