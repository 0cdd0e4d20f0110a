import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import { objectsOf, reckoned } from '../computed/computed.fixture.ts'
import { must } from '../errors/assert.ts'
import { children, field } from '../formulas/expression.ts'
import { accessOf } from './access.ts'
import type { FieldRight, ObjectRights, RoleScope, RowScope } from './role.ts'
import { uniteRights } from './unite-rights.ts'

const fieldOf = (name: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  name,
  label: { 'zh-CN': name },
  type: 'text',
  settings: {},
  column: name,
  required: false,
  sensitive: false,
  readOnly: false,
  identifies: false,
  searchable: false,
  system: false,
  ...more,
})
const fields = [
  fieldOf('name'),
  fieldOf('phone', { sensitive: true }),
  fieldOf('source', { readOnly: true }),
  fieldOf('createdAt', { system: true, readOnly: true }),
  fieldOf('constructor', { sensitive: true }),
]

const right = fc.constantFrom<FieldRight>('none', 'mask', 'read', 'write')
const scope = fc.constantFrom<RoleScope>('none', 'shared', 'own', 'department', 'all', {
  where: { call: 'isEmpty', args: [{ field: 'name' }] },
})
const rights: fc.Arbitrary<ObjectRights> = fc.record({
  create: fc.boolean(),
  read: scope,
  update: scope,
  delete: scope,
  otherFields: right,
  fields: fc.record({ name: right, phone: right, source: right, createdAt: right }, { requiredKeys: [] }) as fc.Arbitrary<
    Record<string, FieldRight>
  >,
})
const roles = fc.array(rights, { minLength: 1, maxLength: 4 })

/** A row is, for these laws, the set of scopes that let it through. */
const rowArbitrary = fc.uniqueArray(fc.constantFrom('own', 'department', 'where', 'shared', 'shared-edit'), { maxLength: 4 })
const lets = (row: readonly string[], one: RowScope): boolean =>
  one === 'all' || row.includes(typeof one === 'string' ? one : 'where')
/** One role's own rows, and those shared with its holder if it opens any. */
const opensTo = (row: readonly string[], one: RowScope, share: 'shared' | 'shared-edit'): boolean =>
  lets(row, one) || (one !== 'none' && row.includes(share))
const isIn = (row: readonly string[], scopes: readonly RowScope[]): boolean => scopes.some((one) => lets(row, one))

const order: readonly FieldRight[] = ['none', 'mask', 'read', 'write']
const alone = (one: ObjectRights, field: FieldInfo): FieldRight => uniteRights([one]).best(field)

describe('several roles', () => {
  it('show a value exactly when some single role opens both its row and its field', () => {
    fc.assert(
      fc.property(
        roles,
        rowArbitrary,
        fc.constantFrom(...fields),
        fc.constantFrom('mask' as const, 'read' as const),
        (all, row, field, least) => {
          const access = uniteRights(all)
          const rows = access.rowsWith(field, least)
          const shown = isIn(row, access.read) && (rows === undefined || isIn(row, rows))
          const expected = all.some(
            (one) =>
              opensTo(row, one.read, 'shared') && order.indexOf(alone({ ...one, read: 'all' }, field)) >= order.indexOf(least),
          )
          expect(shown).toBe(expected)
        },
      ),
    )
  })

  it('keep a field of one’s own rows to those rows, though another role opens all rows and a share comes along', () => {
    const closed: ObjectRights = {
      create: false,
      read: 'none',
      update: 'none',
      delete: 'none',
      fields: {},
      otherFields: 'none',
    }
    const access = uniteRights([
      { ...closed, read: 'own', update: 'own', fields: { phone: 'write' } },
      { ...closed, read: 'all', update: 'all' },
    ])
    const phone = fieldOf('phone', { sensitive: true })
    expect(access.rowsWith(phone, 'read')).toEqual(['own', 'shared'])
    expect(access.rowsWith(phone, 'write')).toEqual(['own', 'shared-edit'])
  })

  it('let a value be written exactly when some single role does', () => {
    fc.assert(
      fc.property(roles, rowArbitrary, fc.constantFrom(...fields), (all, row, field) => {
        const access = uniteRights(all)
        const rows = access.rowsWith(field, 'write')
        const writable = isIn(row, access.update) && (rows === undefined || isIn(row, rows))
        expect(writable).toBe(
          all.some((one) => opensTo(row, one.update, 'shared-edit') && alone({ ...one, read: 'all' }, field) === 'write'),
        )
      }),
    )
  })

  it('only ever add: one role more takes neither row nor field away', () => {
    fc.assert(
      fc.property(roles, rights, rowArbitrary, fc.constantFrom(...fields), (all, more, row, field) => {
        const [few, many] = [uniteRights(all), uniteRights([...all, more])]
        const sees = (access: typeof few): boolean =>
          isIn(row, access.read) &&
          (access.rowsWith(field, 'read') === undefined || isIn(row, access.rowsWith(field, 'read') ?? []))
        if (isIn(row, few.read)) expect(isIn(row, many.read)).toBe(true)
        if (sees(few)) expect(sees(many)).toBe(true)
        if (few.mayCreateWith(field)) expect(many.mayCreateWith(field)).toBe(true)
      }),
    )
  })

  it('give, where the row is not known, no more than what holds on every row', () => {
    fc.assert(
      fc.property(roles, rowArbitrary, fc.constantFrom(...fields), (all, row, field) => {
        const access = uniteRights(all)
        if (!isIn(row, access.read)) return
        for (const least of ['mask', 'read'] as const) {
          if (order.indexOf(access.right(field)) < order.indexOf(least)) continue
          const rows = access.rowsWith(field, least)
          expect(rows === undefined || isIn(row, rows)).toBe(true)
        }
        expect(order.indexOf(access.right(field))).toBeLessThanOrEqual(order.indexOf(access.best(field)))
      }),
    )
  })
})

describe('a share', () => {
  const closed: ObjectRights = { create: true, read: 'none', update: 'none', delete: 'none', fields: {}, otherFields: 'write' }

  it('opens nothing of an object that no role opens, and nothing to be deleted', () => {
    const access = uniteRights([closed])
    expect([access.read, access.update, access.delete]).toEqual([[], [], []])
    expect(uniteRights([{ ...closed, read: 'own', delete: 'own' }])).toMatchObject({
      read: ['own', 'shared'],
      update: [],
      delete: ['own'],
    })
  })

  it('is not asked for where all rows are open anyway', () => {
    expect(uniteRights([{ ...closed, read: 'all', update: 'own' }])).toMatchObject({
      read: ['all'],
      update: ['own', 'shared-edit'],
    })
  })
})

describe('a sensitive field', () => {
  const open: ObjectRights = { create: false, read: 'all', update: 'all', delete: 'none', fields: {}, otherFields: 'write' }

  it('is nobody’s until a role names it, whatever it is called', () => {
    for (const name of ['phone', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
      const access = uniteRights([open])
      expect([
        access.right(fieldOf(name, { sensitive: true })),
        access.best(fieldOf(name, { sensitive: true })),
        access.rowsWith(fieldOf(name, { sensitive: true }), 'mask'),
      ]).toEqual(['none', 'none', []])
    }
  })

  it('and an object named like a member of every object is not there for a role that does not name it', () => {
    const access = accessOf({
      userId: 'u',
      departmentPath: null,
      roles: [{ id: 'r', label: { 'zh-CN': 'r' }, abilities: [], objects: { lead: open } }],
    })
    expect(access.object({ name: 'constructor', definition: {} } as ObjectInfo)).toBeUndefined()
    expect(access.object({ name: 'lead', definition: {} } as ObjectInfo)).toBeDefined()
  })
})

describe('a computed field', () => {
  const deals = objectsOf({
    deal: {
      price: { type: 'number' },
      cost: { type: 'number', sensitive: true },
      margin: reckoned(field('cost')),
      double: reckoned(field('price')),
      sum: reckoned(children('line.deal', 'count')),
    },
    line: { deal: { type: 'relation', settings: { object: 'deal' } } },
  })
  const deal = must(deals.get('deal'))
  const rightTo = (name: string, objects: Record<string, Partial<ObjectRights>>) =>
    accessOf({
      userId: 'u',
      departmentPath: null,
      roles: [
        {
          id: 'r',
          label: { 'zh-CN': 'r' },
          abilities: [],
          objects: Object.fromEntries(Object.entries(objects).map(([object, more]) => [object, { ...seesAll, ...more }])),
        },
      ],
    })
      .object(deal)
      ?.right(must(deal.fields.get(name)))
  const seesAll: ObjectRights = { create: true, read: 'all', update: 'all', delete: 'none', fields: {}, otherFields: 'write' }

  it('is read, never written, by who reads all that goes into it', () => {
    expect(rightTo('double', { deal: {} })).toBe('read')
  })

  it('over a field that a role does not read is not there, unless it is granted by its own name', () => {
    expect(rightTo('margin', { deal: {} })).toBe('none')
    expect(rightTo('margin', { deal: { fields: { cost: 'mask' } } })).toBe('none')
    expect(rightTo('margin', { deal: { fields: { cost: 'read' } } })).toBe('read')
    expect(rightTo('margin', { deal: { fields: { margin: 'read' } } })).toBe('read')
  })

  it('over other records asks for all of those records', () => {
    expect(rightTo('sum', { deal: {} })).toBe('none')
    expect(rightTo('sum', { deal: {}, line: { read: 'own' } })).toBe('none')
    expect(rightTo('sum', { deal: {}, line: {} })).toBe('read')
  })
})
