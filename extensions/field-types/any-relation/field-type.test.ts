import { expect, test } from 'vitest'
import { anyRelation } from './field-type.ts'

const id = '01930000-0000-7000-8000-000000000001'
const settings = { objects: ['lead', 'order'] }
const from = (valueType: 'id' | 'list' | 'text', of: Record<string, unknown>) => ({ valueType, settings: of })

test('is among two objects at least, and each of them once', () => {
  for (const objects of [['lead'], ['lead', 'lead'], ['lead', 'Not a name']])
    expect(anyRelation.settings.safeParse({ objects }).success).toBe(false)
})

test('a record of one of its objects becomes a link when the type changes, alone or alone in a list', () => {
  const link = { ok: true, value: `order:${id}` }
  expect(anyRelation.adopt?.(id, from('id', { object: 'order' }), settings)).toEqual(link)
  expect(anyRelation.adopt?.([id], from('list', { object: 'order' }), settings)).toEqual(link)
  expect(anyRelation.adopt?.([id, id], from('list', { object: 'order' }), settings)).toMatchObject({ ok: false })
  expect(anyRelation.adopt?.(id, from('id', { object: 'campus' }), settings)).toBeUndefined()
})

test('a link stays one among other objects, and is lost where its own is not among them', () => {
  const link = from('text', settings)
  expect(anyRelation.adopt?.(`order:${id}`, link, { objects: ['order', 'campus'] })).toEqual({ ok: true, value: `order:${id}` })
  expect(anyRelation.adopt?.(`lead:${id}`, link, { objects: ['order', 'campus'] })).toMatchObject({ code: 'not-a-link' })
})
