import { defineFieldType } from '@jieli/core/fields/field-type'
import { idOfLink } from '@jieli/core/fields/link'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readId } from '@jieli/core/fields/read-id'
import { itemsOf, readItems } from '@jieli/core/fields/read-list'
import { apiNameSchema } from '@jieli/core/objects/object-type'
import { z } from 'zod'

const settings = z.strictObject({
  /** Name of the object whose records it points to. */
  object: apiNameSchema.default('contact'),
  /** Most records one list may hold: it is read and written whole. */
  max: z.number().int().min(1).max(500).default(200),
})

const one = '01930000-0000-7000-8000-000000000001'
const other = '01930000-0000-7000-8000-000000000002'

/** Other records, by id, in the order they were chosen: the teachers of a class. Both sides may have many. */
export const relations = defineFieldType({
  name: 'relations',
  label: { 'zh-CN': '多条关联', en: 'Relations' },
  icon: 'waypoints',
  settings,
  valueType: 'list',
  column: () => 'uuid[]',
  parse: (input, { max }) => {
    const items = itemsOf(typeof input === 'object' && input !== null && 'id' in input ? [input] : input)
    return items === null ? refuse('not-a-list') : readItems(items, max, readId)
  },
  format: (value) => (Array.isArray(value) ? value.join('、') : ''),
  isRelation: true,
  index: 'gin',
  // One record of the same object is a list of one, and so is a link to it.
  adopt: (value, from, { object }) => {
    if (Array.isArray(from.settings['objects'])) {
      const linked = idOfLink(value, object)
      return linked.ok ? accept([linked.value]) : linked
    }
    return from.valueType === 'id' && from.settings['object'] === object && typeof value === 'string'
      ? accept([value])
      : undefined
  },
  samples: [
    { settings: { object: 'campus', max: 200 }, values: [[one], [one, other]], bad: ['1', ['x'], true, {}, ['a\u0000']] },
    { settings: { object: 'user', max: 1 }, values: [[other]], bad: [[one, other]] },
  ],
})
