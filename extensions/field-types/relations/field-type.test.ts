import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { relations } from './field-type.ts'

const [first, second] = ['01930000-0000-7000-8000-000000000001', '01930000-0000-7000-8000-000000000002']

test('keeps the order of choosing, and each record once', () => {
  expect(reader(relations)([second, first, second])).toEqual([second, first])
})

test('takes a record as the API gives it, alone or in a list', () => {
  expect(reader(relations)({ id: first, title: '青屿' })).toEqual([first])
  expect(reader(relations)([{ id: first }, second])).toEqual([first, second])
})

test('a single record of the same object becomes a list of one when the type changes', () => {
  const from = { valueType: 'id' as const, settings: { object: 'campus' } }
  expect(relations.adopt?.(first, from, { object: 'campus', max: 5 })).toEqual({ ok: true, value: [first] })
  expect(relations.adopt?.(first, from, { object: 'user', max: 5 })).toBeUndefined()
})

test('a link to a record of the same object becomes a list of one, one to another object is lost', () => {
  const from = { valueType: 'text' as const, settings: { objects: ['campus', 'user'] } }
  expect(relations.adopt?.(`campus:${first}`, from, { object: 'campus', max: 5 })).toEqual({ ok: true, value: [first] })
  expect(relations.adopt?.(`user:${first}`, from, { object: 'campus', max: 5 })).toMatchObject({ code: 'not-a-link' })
})
