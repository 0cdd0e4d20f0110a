import { expect, it } from 'vitest'
import { systemAccess, type Access, type FieldInfo, type ObjectInfo } from '@jieli/core'
import { readOnlyAccess } from './read-only-access.ts'
import { keyScopesSchema, scopedAccess } from './scoped-access.ts'

const [lead, order, gone] = ['lead', 'order', 'gone'].map((name) => ({ name })) as [ObjectInfo, ObjectInfo, ObjectInfo]
const phone = { name: 'phone' } as FieldInfo
const person: Access = { ...systemAccess, object: (info) => (info.name === 'gone' ? undefined : systemAccess.object(info)) }

it('leaves of somebody’s rights what reads', () => {
  const access = readOnlyAccess(person)
  const rights = access.object(lead)
  expect(rights).toMatchObject({ create: false, read: ['all'], update: [], delete: [] })
  expect([rights?.right(phone), rights?.best(phone), rights?.mayCreateWith(phone)]).toEqual(['read', 'read', false])
  expect([rights?.rowsWith(phone, 'write'), rights?.rowsWith(phone, 'read')]).toEqual([[], undefined])
  expect([...access.abilities].toSorted()).toEqual(['export', 'see-boards', 'see-sources'])
  expect(access.object(gone)).toBeUndefined()
})

it('lets a key reach its objects and no other, none of them beyond what it was made for', () => {
  const access = scopedAccess(person, [
    { object: 'lead', access: 'write' },
    { object: 'order', access: 'read' },
    { object: 'gone', access: 'write' },
  ])
  expect(access.object(lead)?.update).toEqual(['all'])
  expect(access.object(order)?.update).toEqual([])
  expect(access.object({ name: 'campus' } as ObjectInfo)).toBeUndefined()
  expect(access.abilities.size).toBe(0)
})

it('never gives a key what its person has not', () => {
  expect(scopedAccess(person, [{ object: 'gone', access: 'write' }]).object(gone)).toBeUndefined()
  expect(keyScopesSchema.safeParse([]).success).toBe(false)
})
