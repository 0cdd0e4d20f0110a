import { defineFieldType } from '@jieli/core/fields/field-type'
import { readLink, writeLink } from '@jieli/core/fields/link'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { apiNameSchema } from '@jieli/core/objects/object-type'
import { z } from 'zod'

const settings = z.strictObject({
  /** Names of the objects whose records it may point to. */
  objects: z
    .array(apiNameSchema)
    .min(2)
    .max(20)
    .refine((names) => new Set(names).size === names.length)
    .default(['contact', 'lead']),
})

const one = '01930000-0000-7000-8000-000000000001'
const other = '01930000-0000-7000-8000-000000000002'

/** One record of any of several objects, written with its object: what a note belongs to. */
export const anyRelation = defineFieldType({
  name: 'any-relation',
  label: { 'zh-CN': '多对象关联', en: 'Relation to any object' },
  icon: 'shuffle',
  settings,
  valueType: 'text',
  // As long as a link can be. No other type has such a column, so none becomes this one without its values being read.
  column: () => 'varchar(97)',
  parse: (input, { objects }) => readLink(input, objects),
  format: (value) => (value === null ? '' : String(value)),
  targets: ({ objects }) => objects,
  // A record of one object, alone or alone in a list, is a link to it; a link stays one where its object is among ours.
  adopt: (value, from, { objects }) => {
    if (Array.isArray(from.settings['objects'])) return readLink(value, objects)
    const object = from.settings['object']
    if (typeof object !== 'string' || !objects.includes(object)) return undefined
    const [only, ...others] = [value].flat()
    return typeof only === 'string' && others.length === 0
      ? accept(writeLink({ object, id: only }))
      : refuse('too-many-items', { max: 1 })
  },
  samples: [
    {
      settings: { objects: ['contact', 'lead'] },
      values: [`lead:${one}`, `contact:${other}`],
      bad: [
        one,
        `order:${one}`,
        'lead:',
        'lead:1',
        ':',
        { object: 'lead' },
        { object: 'order', id: one },
        true,
        [],
        `lead:${one}\u0000`,
      ],
    },
  ],
})
