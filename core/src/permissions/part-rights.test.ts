import { expect, it } from 'vitest'
import type { PartOf } from '../objects/part-of.ts'
import { rightsOnParts } from './part-rights.ts'
import { fieldRightSchema, objectRightsSchema, type FieldRight, type ObjectRights } from './role.ts'

const partOf = { relation: { name: 'order' } } as PartOf
const rights = (parent: Partial<ObjectRights>, right: FieldRight, named: ObjectRights['fields'] = {}) =>
  rightsOnParts({ parent: objectRightsSchema.parse(parent), right, named, partOf })

it('opens the rows of the records that are open, for what the field allows', () => {
  const parent = { read: 'department', update: 'own', create: true } as const
  expect(rights(parent, 'write')).toMatchObject({
    read: { parent: 'department' },
    update: { parent: 'own' },
    delete: { parent: 'own' },
    create: true,
  })
  expect(rights(parent, 'read')).toMatchObject({ read: { parent: 'department' }, update: 'none', delete: 'none', create: true })
  for (const closed of ['mask', 'none'] as const)
    expect(rights(parent, closed)).toMatchObject({ read: 'none', update: 'none', delete: 'none', create: false })
})

it('asks nothing of the record where all records are open, for a row goes with its record', () => {
  expect(rights({ read: 'all', update: 'all' }, 'write')).toMatchObject({ read: 'all', update: 'all' })
  expect(rights({ read: 'none' }, 'write').read).toBe('none')
})

it('may be deleted by whoever may change the record, not by whoever may delete it', () => {
  expect(rights({ read: 'all', delete: 'all' }, 'write').delete).toBe('none')
})

it('lets a role narrow a column and never widen it, and nobody move a row', () => {
  const states = fieldRightSchema.options
  const at = (right: FieldRight): number => ['none', 'mask', 'read', 'write'].indexOf(right)
  for (const right of states)
    for (const named of states) {
      const given = rights({ read: 'all', update: 'all' }, right, { cost: named, order: 'write' })
      expect(at(given.fields['cost'] ?? 'none')).toBe(Math.min(at(named), at(right)))
      expect(at(given.fields['order'] ?? 'none')).toBeLessThanOrEqual(at('read'))
    }
})
