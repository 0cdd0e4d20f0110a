import { expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { fieldSections, isEditable, relatedTo } from './field-sections.ts'

const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  label: { 'zh-CN': name },
  type: 'text',
  settings: {},
  required: false,
  readOnly: false,
  sensitive: false,
  searchable: false,
  right: 'write',
  mayFill: true,
  ...more,
})
const object = (name: string, fields: FieldMeta[]): ObjectMeta => ({
  id: name,
  name,
  label: { 'zh-CN': name },
  icon: 'box',
  titleField: 'name',
  can: { create: true, update: true, delete: true },
  fields,
})

test('each field the reader may know stands in exactly one section', () => {
  const lead = object('lead', [
    field('id', { system: true }),
    field('name'),
    field('stage'),
    field('hobby'),
    field('owner', { system: true }),
    field('updatedAt', { system: true }),
  ])
  const sections = fieldSections(lead)
  expect(sections.map(({ name }) => name)).toEqual(['customer', 'progress', 'other', 'system'])
  expect(sections.flatMap(({ fields }) => fields.map(({ name }) => name)).toSorted()).toEqual([
    'hobby',
    'name',
    'owner',
    'stage',
    'updatedAt',
  ])
})

test('a field an admin has just added is there at once', () => {
  expect(fieldSections(object('lead', [field('name'), field('hobby')])).at(-1)).toMatchObject({
    name: 'other',
    fields: [{ name: 'hobby' }],
  })
  expect(fieldSections(object('order', [field('amount')]))).toMatchObject([{ name: 'details' }])
})

test('only what one may write, and the system does not, can be edited', () => {
  const lead = object('lead', [])
  expect(isEditable(lead, field('name'))).toBe(true)
  for (const locked of [
    field('phone', { right: 'read' }),
    field('phone', { right: 'mask' }),
    field('owner', { system: true }),
    field('outcome', { readOnly: true }),
  ])
    expect(isEditable(lead, locked)).toBe(false)
  expect(isEditable({ ...lead, can: { create: true, update: false, delete: true } }, field('name'))).toBe(false)
})

test('records that point here are found by their relation, built-in or made by an admin', () => {
  const task = object('task', [field('lead', { type: 'relation', settings: { object: 'lead' } }), field('title')])
  const visit = object('homeVisit', [field('of', { type: 'relation', settings: { object: 'lead' } })])
  expect(
    relatedTo('lead', [object('lead', []), task, visit, object('leave', [field('user', { type: 'user' })])]).map((one) => [
      one.object.name,
      one.by.name,
    ]),
  ).toEqual([
    ['task', 'lead'],
    ['homeVisit', 'of'],
  ])
})

test('every link has a list of its own, told from the first list of the same records by its field', () => {
  const link = (name: string) =>
    field(name, { type: 'any-relation', settings: { objects: ['lead', 'campus'] }, label: { 'zh-CN': '关于' } })
  const task = object('task', [field('lead', { type: 'relation', settings: { object: 'lead' } }), link('about')])
  const lists = (of: string) => relatedTo(of, [task]).map(({ by, title }) => [by.name, title?.['zh-CN'].endsWith('· 关于')])
  expect(lists('lead')).toEqual([
    ['lead', undefined],
    ['about', true],
  ])
  expect(lists('campus')).toEqual([['about', undefined]])
  expect(lists('contact')).toEqual([])
})
