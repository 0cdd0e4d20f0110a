import { expect, it } from 'vitest'
import { objectsOf } from '../computed/computed.fixture.ts'
import { must } from '../errors/assert.ts'
import { accessOf, systemAccess } from './access.ts'
import { abilities, roleSchema } from './role.ts'

const objects = objectsOf({ lead: { phone: { sensitive: true } }, order: {} })
const [lead, order] = [must(objects.get('lead')), must(objects.get('order'))]
const role = (id: string, more: object) => roleSchema.parse({ id, label: { 'zh-CN': id }, objects: {}, ...more })
const person = (...roles: ReturnType<typeof role>[]) => accessOf({ userId: 'u', departmentPath: '/1/', roles })

it('knows no object that no role names', () => {
  const access = person(role('a', { objects: { lead: { read: 'own' } } }))
  expect(access.object(lead)?.read).toEqual(['own', 'shared'])
  expect(access.object(order)).toBeUndefined()
  expect(person().object(lead)).toBeUndefined()
})

it('adds the abilities and objects of all roles', () => {
  const access = person(
    role('a', { objects: { lead: { read: 'own' } }, abilities: ['export'] }),
    role('b', { objects: { lead: { read: 'department' }, order: { read: 'all' } }, abilities: ['assign', 'export'] }),
  )
  expect([...access.abilities].toSorted()).toEqual(['assign', 'export'])
  expect(access.object(lead)?.read).toEqual(['own', 'department', 'shared'])
  expect(access.object(order)?.read).toEqual(['all'])
})

it('reckons the rights to an object once', () => {
  const access = person(role('a', { objects: { lead: { read: 'all' } } }))
  expect(access.object(lead)).toBe(access.object(lead))
})

it('the platform itself may do everything there is, as nobody', () => {
  const phone = must(lead.fields.get('phone'))
  expect([...systemAccess.abilities].toSorted()).toEqual([...abilities].toSorted())
  expect(systemAccess.userId).toBeNull()
  expect(systemAccess.object(lead)?.right(phone)).toBe('write')
  expect(systemAccess.object(lead)?.rowsWith(phone, 'write')).toBeUndefined()
})
