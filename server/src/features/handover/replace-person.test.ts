import fc from 'fast-check'
import { expect, it } from 'vitest'
import { namesPerson, replacePerson } from './replace-person.ts'

it('puts one person in the place of another, in pools without naming anybody twice', () => {
  const rule = { strategy: { name: 'fixed-person', settings: { userId: 'a' } }, pool: { users: ['b', 'a', 'c'] }, order: 1 }
  expect(replacePerson(rule, 'a', 'c')).toEqual({
    strategy: { name: 'fixed-person', settings: { userId: 'c' } },
    pool: { users: ['b', 'c'] },
    order: 1,
  })
  expect(replacePerson(rule, 'x', 'c')).toBe(rule)
})

it('leaves the person nowhere, whatever the setting', () => {
  const settings = fc.jsonValue().map((value) => ({ value, pool: ['gone', 'here'] }))
  fc.assert(
    fc.property(settings, (item) => {
      const replaced = replacePerson(item, 'gone', 'here')
      expect(namesPerson(replaced, 'gone')).toBe(false)
      expect(namesPerson(replaced, 'here')).toBe(true)
    }),
  )
})
