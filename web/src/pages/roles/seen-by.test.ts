import { expect, test } from 'vitest'
import { must, objectTypeSchema, roleSchema } from '@jieli/core'
import { objectsOf, withFieldRight, withScope } from './rights-of.ts'
import { grantableFieldsOf, seenBy, showSameRows } from './seen-by.ts'

const info = must(
  objectsOf([
    objectTypeSchema.parse({
      id: 'o_1',
      name: 'lead',
      label: { 'zh-CN': '线索' },
      titleField: 'name',
      fields: [
        { id: 'f_1', name: 'name', label: { 'zh-CN': '姓名' }, type: 'text' },
        { id: 'f_2', name: 'phone', label: { 'zh-CN': '手机号' }, type: 'phone', sensitive: true },
      ],
    }),
  ])[0],
)
const role = roleSchema.parse({ id: 'r', label: { 'zh-CN': '角色' }, objects: { lead: { read: 'own', otherFields: 'read' } } })
const masking = withFieldRight(role, 'lead', { field: 'phone', right: 'mask' })

test('a field is seen or missing, and counted under one right', () => {
  const { fields, missing, counts } = seenBy([role], info)
  expect(fields.map(({ field, right }) => [field.name, right])).toEqual([['name', 'read']])
  expect(missing.map(({ name }) => name)).toEqual(['phone'])
  expect(counts).toEqual({ write: 0, read: 1, mask: 0, none: 1 })
})

test('of two roles only what holds on every row that either opens is promised', () => {
  expect(seenBy([role, masking], info).missing.map(({ name }) => name)).toEqual(['phone'])
  const [name] = seenBy([role, withFieldRight(role, 'lead', { field: 'name', right: 'write' })], info).fields
  expect(name?.right).toBe('read')
})

test('an object that does not exist for somebody has no field for them either', () => {
  const { access, fields, counts } = seenBy([withScope(masking, 'lead', { key: 'read', scope: 'none' })], info)
  expect(access).toBeUndefined()
  expect(fields).toEqual([])
  expect(counts.none).toBe(grantableFieldsOf(info).length)
})

test('what the platform keeps for itself cannot be granted', () =>
  expect(grantableFieldsOf(info).map(({ name }) => name)).toEqual(['name', 'phone']))

test('roles show the same rows when each alone would', () => {
  expect(showSameRows([role, masking], 'lead')).toBe(true)
  expect(showSameRows([role, withScope(role, 'lead', { key: 'read', scope: 'all' })], 'lead')).toBe(false)
  // A role that says nothing of the object shows none of it.
  expect(showSameRows([role, roleSchema.parse({ id: 's', label: { 'zh-CN': '别的' }, objects: {} })], 'lead')).toBe(false)
})
