import { describe, expect, it } from 'vitest'
import { firstForRoles } from './for-roles.ts'

const all = { id: 'all', roles: [], order: 0 }
const managers = { id: 'managers', roles: ['manager'], order: 2 }
const staff = { id: 'staff', roles: ['consultant', 'manager'], order: 1 }

describe('what is made for roles', () => {
  it('is the first by order that names a role of the person', () => {
    expect(firstForRoles([all, managers, staff], ['manager'])?.id).toBe('staff')
    expect(firstForRoles([all, { ...managers, order: 0 }, staff], ['manager'])?.id).toBe('managers')
  })

  it('is else the one for everybody, or none', () => {
    expect(firstForRoles([managers, all, staff], ['front-desk'])?.id).toBe('all')
    expect(firstForRoles([managers, staff], ['front-desk'])).toBeUndefined()
    expect(firstForRoles([], ['manager'])).toBeUndefined()
  })
})
