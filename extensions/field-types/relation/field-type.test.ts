import { expect, test } from 'vitest'
import { relation } from './field-type.ts'

const one = '01930000-0000-7000-8000-000000000001'
const other = '01930000-0000-7000-8000-000000000002'
const list = (object: string) => ({ valueType: 'list' as const, settings: { object } })

test('a list of one record becomes that record when the field’s type changes, a longer one is not cut', () => {
  expect(relation.adopt?.([one], list('campus'), { object: 'campus' })).toEqual({ ok: true, value: one })
  expect(relation.adopt?.([one, other], list('campus'), { object: 'campus' })).toMatchObject({ ok: false })
})

test('records of another object are not taken for ours', () => {
  expect(relation.adopt?.([one], list('user'), { object: 'campus' })).toBeUndefined()
})

test('a link to a record of our object becomes that record, one to another object is lost', () => {
  const from = { valueType: 'text' as const, settings: { objects: ['campus', 'user'] } }
  expect(relation.adopt?.(`campus:${one}`, from, { object: 'campus' })).toEqual({ ok: true, value: one })
  expect(relation.adopt?.(`user:${one}`, from, { object: 'campus' })).toMatchObject({ ok: false, code: 'not-a-link' })
})
