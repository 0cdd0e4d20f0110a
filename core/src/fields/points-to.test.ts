import { expect, it } from 'vitest'
import { z } from 'zod'
import { defineFieldType, type FieldTypes } from './field-type.ts'
import { isSeenInPart, pointersIn, targetsOf } from './points-to.ts'

const plain = {
  label: { 'zh-CN': '甲' },
  icon: 'x',
  parse: () => ({ ok: true as const, value: null }),
  format: String,
  samples: [],
}
const settings = z.object({ object: z.string().optional(), objects: z.array(z.string()).default([]) })
const type = (name: string, valueType: 'id' | 'list' | 'text', more: object) =>
  defineFieldType({ ...plain, settings, name, valueType, column: () => 'text', ...more })
const types = {
  one: type('one', 'id', { isRelation: true }),
  user: type('user', 'id', { isRelation: true }),
  many: type('many', 'list', { isRelation: true }),
  link: type('link', 'text', { targets: ({ objects }: { objects: string[] }) => objects }),
  text: type('text', 'text', {}),
} as unknown as FieldTypes
const field = (name: string, of: Record<string, unknown> = {}) => ({ name, type: name, settings: of })
const [a, b] = ['01930000-0000-7000-8000-00000000000a', '01930000-0000-7000-8000-00000000000b'] as const

it('tells the objects a field may point to', () => {
  expect(targetsOf(field('one', { object: 'lead' }), types)).toEqual(['lead'])
  expect(targetsOf(field('user'), types)).toEqual(['user'])
  expect(targetsOf(field('link', { objects: ['lead', 'order'] }), types)).toEqual(['lead', 'order'])
  expect([targetsOf(field('text', { object: 'lead' }), types), targetsOf(field('gone'), types)]).toEqual([[], []])
})

it('tells the records a value points to, and by what it names each', () => {
  expect(pointersIn(field('one', { object: 'lead' }), a, types)).toEqual([{ object: 'lead', id: a, key: a }])
  expect(pointersIn(field('many', { object: 'lead' }), [a, b], types).map(({ id }) => id)).toEqual([a, b])
  const link = field('link', { objects: ['lead', 'order'] })
  expect(pointersIn(link, `order:${a}`, types)).toEqual([{ object: 'order', id: a, key: `order:${a}` }])
  // Of an object that the field offered once and does not any more.
  expect(pointersIn(link, `campus:${a}`, types)).toEqual([])
  for (const value of [null, undefined]) expect(pointersIn(field('many', { object: 'lead' }), value, types)).toEqual([])
})

it('knows which fields a reader gets a part of', () => {
  expect(['one', 'many', 'link', 'text', 'gone'].filter((name) => isSeenInPart({ type: name }, types))).toEqual([
    'many',
    'link',
  ])
})
