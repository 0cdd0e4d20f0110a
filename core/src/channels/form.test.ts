import { expect, it } from 'vitest'
import { formReferences, formSchema } from './form.ts'

const form = {
  id: 'campus-xianlin',
  title: { 'zh-CN': '预约试听' },
  sourceId: 'website',
  fields: [{ name: 'name', required: true }, { name: 'phone' }],
}

it('names its object, its source, what it asks and what its address stands for', () => {
  const named = formReferences(formSchema.parse({ ...form, fixed: { campus: 'c1' } }))
  expect(named.map(({ to, name }) => `${to}:${name}`)).toEqual([
    'object:lead',
    'source:website',
    'field:name',
    'field:phone',
    'field:campus',
  ])
  expect(named.find(({ name }) => name === 'phone')).toMatchObject({ path: ['fields', 1], object: 'lead' })
})

it('has an address that needs no escaping, and at least one question', () => {
  for (const id of ['', '-a', 'A', 'a b', 'a/b', '试听', 'a'.repeat(61)])
    expect(formSchema.safeParse({ ...form, id }).success, id).toBe(false)
  expect(formSchema.safeParse({ ...form, fields: [] }).success).toBe(false)
})

it('offers times by whole weeks, of hours that a clock can show', () => {
  const withSlots = (week: string[][]) =>
    formSchema.safeParse({ ...form, fields: [{ name: 'visitAt', slots: { week, days: 7 } }] }).success
  expect(withSlots(Array.from({ length: 7 }, () => ['18:30']))).toBe(true)
  expect(withSlots(Array.from({ length: 6 }, () => ['18:30']))).toBe(false)
  expect(withSlots(Array.from({ length: 7 }, () => ['25:00']))).toBe(false)
})
