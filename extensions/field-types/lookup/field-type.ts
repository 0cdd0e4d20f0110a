import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { keptAsText } from '../../kit/kept-as-text.ts'

const settings = z.strictObject({
  /** The relation to go through, and the field wanted on its other side. */
  relation: z.string().max(60).default(''),
  field: z.string().max(60).default(''),
})

/** A value of the record that a relation points to, shown and filtered here as it is there. */
export const lookup = defineFieldType({
  ...keptAsText,
  name: 'lookup',
  label: { 'zh-CN': '引用', en: 'Lookup' },
  icon: 'eye',
  settings,
  computed: ({ relation, field }) => {
    const path = `${relation}.${field}`
    return { expression: { field: path }, as: { field: path } }
  },
  samples: [{ settings: { relation: 'campus', field: 'city' }, values: ['南京'], bad: [{}, [], true, 'a\u0000b'] }],
})
