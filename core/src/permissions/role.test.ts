import { expect, it } from 'vitest'
import { objectRightsSchema, roleReferences, roleSchema } from './role.ts'

it('opens nothing that it does not say', () => {
  expect(objectRightsSchema.parse({})).toEqual({
    create: false,
    read: 'none',
    update: 'none',
    delete: 'none',
    fields: {},
    otherFields: 'none',
  })
})

it('refuses scopes and rights that it does not know', () => {
  expect(objectRightsSchema.safeParse({ read: 'everything' }).success).toBe(false)
  expect(objectRightsSchema.safeParse({ read: { where: { field: 'a' }, also: 'all' } }).success).toBe(false)
  expect(objectRightsSchema.safeParse({ otherFields: 'admin' }).success).toBe(false)
})

it('names its objects and the fields that its conditions read', () => {
  const role = roleSchema.parse({
    id: 'r',
    label: { 'zh-CN': '前台' },
    objects: { lead: { read: 'own', update: { where: { field: 'stage' } }, fields: { gone: 'read' } } },
  })
  expect(roleReferences(role)).toEqual([
    { path: ['objects', 'lead'], to: 'object', name: 'lead' },
    { path: ['objects', 'lead', 'update', 'where'], to: 'field', object: 'lead', name: 'stage' },
  ])
})
