import { expect, test } from 'vitest'
import { fieldMeta, objectMeta } from '../../data/meta.fixture.ts'
import { fieldSections, isEditable, relatedTo } from './field-sections.ts'

test('each field the reader may know stands in exactly one section', () => {
  const lead = objectMeta('lead', [
    fieldMeta('id', { system: true }),
    fieldMeta('name'),
    fieldMeta('stage'),
    fieldMeta('hobby'),
    fieldMeta('owner', { system: true }),
    fieldMeta('updatedAt', { system: true }),
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
  expect(fieldSections(objectMeta('lead', [fieldMeta('name'), fieldMeta('hobby')])).at(-1)).toMatchObject({
    name: 'other',
    fields: [{ name: 'hobby' }],
  })
  expect(fieldSections(objectMeta('order', [fieldMeta('amount')]))).toMatchObject([{ name: 'details' }])
})

test('only what one may write, and the system does not, can be edited', () => {
  const lead = objectMeta('lead', [])
  expect(isEditable(lead, fieldMeta('name'))).toBe(true)
  for (const locked of [
    fieldMeta('phone', { right: 'read' }),
    fieldMeta('phone', { right: 'mask' }),
    fieldMeta('owner', { system: true }),
    fieldMeta('outcome', { readOnly: true }),
  ])
    expect(isEditable(lead, locked)).toBe(false)
  expect(isEditable({ ...lead, can: { create: true, update: false, delete: true } }, fieldMeta('name'))).toBe(false)
})

test('records that point here are found by their relation, built-in or made by an admin', () => {
  const task = objectMeta('task', [fieldMeta('lead', { type: 'relation', settings: { object: 'lead' } }), fieldMeta('title')])
  const visit = objectMeta('homeVisit', [fieldMeta('of', { type: 'relation', settings: { object: 'lead' } })])
  expect(
    relatedTo('lead', [objectMeta('lead', []), task, visit, objectMeta('leave', [fieldMeta('user', { type: 'user' })])]).map(
      (one) => [one.object.name, one.by.name],
    ),
  ).toEqual([
    ['task', 'lead'],
    ['homeVisit', 'of'],
  ])
})

test('every link has a list of its own, told from the first list of the same records by its field', () => {
  const link = (name: string) =>
    fieldMeta(name, { type: 'any-relation', settings: { objects: ['lead', 'campus'] }, label: { 'zh-CN': '关于' } })
  const task = objectMeta('task', [fieldMeta('lead', { type: 'relation', settings: { object: 'lead' } }), link('about')])
  const lists = (of: string) => relatedTo(of, [task]).map(({ by, title }) => [by.name, title?.['zh-CN'].endsWith('· 关于')])
  expect(lists('lead')).toEqual([
    ['lead', undefined],
    ['about', true],
  ])
  expect(lists('campus')).toEqual([['about', undefined]])
  expect(lists('contact')).toEqual([])
})
