import { defineFieldType } from '@jieli/core/fields/field-type'
import { idOfLink } from '@jieli/core/fields/link'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readId } from '@jieli/core/fields/read-id'
import { apiNameSchema } from '@jieli/core/objects/object-type'
import { z } from 'zod'

const settings = z.strictObject({
  /** Name of the object whose record it points to. */
  object: apiNameSchema.default('contact'),
})

/** Another record, by id: the campus of a lead. Many leads may point to one campus. */
export const relation = defineFieldType({
  name: 'relation',
  label: { 'zh-CN': '关联', en: 'Relation' },
  icon: 'link-2',
  settings,
  valueType: 'id',
  column: () => 'uuid',
  parse: readId,
  format: (value) => (value === null ? '' : String(value)),
  isRelation: true,
  // A list of one record of the same object is that record, and so is a link to it.
  adopt: (value, from, { object }) => {
    if (Array.isArray(from.settings['objects'])) return idOfLink(value, object)
    if (!Array.isArray(value) || from.settings['object'] !== object) return undefined
    const [only] = value
    return value.length === 1 && typeof only === 'string' ? accept(only) : refuse('too-many-items', { max: 1 })
  },
  samples: [
    {
      settings: { object: 'campus' },
      values: ['01930000-0000-7000-8000-000000000001'],
      bad: ['1', '01930000-0000-7000-8000-00000000000g', true, [], {}, 'a\u0000'],
    },
  ],
})
