import { expect, it } from 'vitest'
import { viewSchema, type View } from '@jieli/core'
import { fieldMeta } from '../../../data/meta.fixture.ts'
import type { FieldMeta } from '../../../data/meta-shapes.ts'
import { figuresOf, isPossible, isReady, summarisable, usualFigureOf } from './view-draft.ts'

const field = (name: string, type: string, more: Partial<FieldMeta> = {}): FieldMeta => fieldMeta(name, { type, ...more })
const view = (more: Partial<View>): View =>
  viewSchema.parse({ id: 'v', object: 'lead', label: { 'zh-CN': '我的' }, order: 1, ownerId: null, columns: [], ...more })
const options = [{ id: 'new', label: { 'zh-CN': '新' } }]

it('offers the ways to look that the fields allow', () => {
  const plain = [field('name', 'text')]
  expect(isPossible('list', plain)).toBe(true)
  expect(isPossible('kanban', plain)).toBe(false)
  expect(isPossible('kanban', [field('stage', 'select', { settings: { options } })])).toBe(true)
  expect(isPossible('calendar', [...plain, field('trialAt', 'instant')])).toBe(true)
})

it('waits for a name and for the fields that the kind goes by', () => {
  expect(isReady(view({}))).toBe(true)
  expect(isReady({ ...view({}), label: { 'zh-CN': ' ' } })).toBe(false)
  expect(isReady({ ...view({}), kind: 'kanban' })).toBe(false)
  expect(isReady({ ...view({}), kind: 'kanban', groupBy: 'stage' })).toBe(true)
})

it('adds up figures, and counts whatever else there is', () => {
  expect(usualFigureOf(field('price', 'money'))).toBe('sum')
  expect(figuresOf(field('name', 'text'))).toEqual(['filled'])
  expect(figuresOf(undefined)).toEqual(['filled'])
})

it('offers each field once, and nothing that cannot be compared', () => {
  const fields = [
    field('name', 'text'),
    field('price', 'money'),
    field('rev', 'number', { system: true }),
    field('hidden', 'json'),
  ]
  expect(summarisable(fields, [{ field: 'price', fn: 'sum' }]).map(({ name }) => name)).toEqual(['name'])
})
