import { expect, test } from 'vitest'
import fc from 'fast-check'
import { fieldRightSchema, must, objectTypeSchema, roleSchema, type FieldRight } from '@jieli/core'
import { accessTo, objectsOf, rightOf, statesOf, withAbility, withCreate, withFieldRight, withScope } from './rights-of.ts'

const object = objectTypeSchema.parse({
  id: 'o_1',
  name: 'lead',
  label: { 'zh-CN': '线索' },
  titleField: 'name',
  fields: [
    { id: 'f_1', name: 'name', label: { 'zh-CN': '姓名' }, type: 'text' },
    { id: 'f_2', name: 'phone', label: { 'zh-CN': '手机号' }, type: 'phone', sensitive: true },
    { id: 'f_3', name: 'touchCount', label: { 'zh-CN': '接触' }, type: 'number', readOnly: true },
  ],
})
const info = must(objectsOf([object])[0])
const field = (name: string) => must(info.fields.get(name))
const role = roleSchema.parse({ id: 'r', label: { 'zh-CN': '角色' }, objects: { lead: { read: 'own', otherFields: 'read' } } })

test('a cell shows the right that the server will apply', () => {
  fc.assert(
    fc.property(fc.constantFrom('name', 'phone', 'touchCount'), fc.constantFrom(...fieldRightSchema.options), (name, right) => {
      const shown = rightOf(withFieldRight(role, 'lead', { field: name, right }), info, field(name))
      const weakest: FieldRight = field(name).readOnly && right === 'write' ? 'read' : right
      expect(shown).toBe(weakest)
    }),
  )
})

test('a sensitive field is nothing until it is named', () => {
  expect(rightOf(role, info, field('phone'))).toBe('none')
  expect(rightOf(role, info, field('name'))).toBe('read')
})

test('what the platform fills offers no editing', () => {
  expect(statesOf(field('touchCount'))).not.toContain('write')
})

test('an object whose rows cannot be seen does not exist, whatever the fields say', () => {
  const blind = withScope(withFieldRight(role, 'lead', { field: 'name', right: 'write' }), 'lead', {
    key: 'read',
    scope: 'none',
  })
  expect(accessTo([blind], info)).toBeUndefined()
  expect(rightOf(blind, info, field('name'))).toBe('none')
})

test('a change of one cell leaves every other cell as it was', () => {
  const changed = withCreate(withFieldRight(role, 'lead', { field: 'phone', right: 'mask' }), 'lead', true)
  expect(rightOf(changed, info, field('name'))).toBe(rightOf(role, info, field('name')))
  expect(roleSchema.parse(changed)).toEqual(changed)
})

test('an ability comes and goes, and nothing else with it', () => {
  const able = withAbility(role, 'export', true)
  expect(able).toEqual({ ...role, abilities: ['export'] })
  expect(withAbility(able, 'export', false)).toEqual(role)
})
