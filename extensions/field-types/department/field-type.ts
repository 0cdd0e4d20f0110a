import { defineFieldType } from '@jieli/core/fields/field-type'
import { readId } from '@jieli/core/fields/read-id'
import { z } from 'zod'

const settings = z.strictObject({ object: z.literal('department').default('department') })

/** A department, by id. */
export const department = defineFieldType({
  name: 'department',
  label: { 'zh-CN': '部门', en: 'Department' },
  icon: 'network',
  settings,
  valueType: 'id',
  column: () => 'uuid',
  parse: readId,
  format: (value) => (value === null ? '' : String(value)),
  isRelation: true,
  samples: [
    {
      settings: { object: 'department' },
      values: ['01930000-0000-7000-8000-000000000001'],
      bad: ['1', '01930000-0000-7000-8000-00000000000g', true, [], {}, 'a\u0000'],
    },
  ],
})
