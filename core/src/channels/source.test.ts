import { expect, it } from 'vitest'
import { sourceReferences, sourceSchema } from './source.ts'

it('names its object and every field it fills or judges by', () => {
  const source = sourceSchema.parse({
    id: 'douyin',
    label: '抖音',
    connector: 'douyin',
    mapping: { phone: 'telephone' },
    defaults: { campus: 'c1' },
    refuseWhen: { call: 'isEmpty', args: [{ field: 'phone' }] },
  })
  expect(sourceReferences(source).map(({ to, name, path }) => [to, name, path[0]])).toEqual([
    ['object', 'lead', 'object'],
    ['field', 'phone', 'mapping'],
    ['field', 'campus', 'defaults'],
    ['field', 'phone', 'refuseWhen'],
  ])
})

it('has an id that stands in an address as it is', () => {
  const source = { label: '抖音', connector: 'douyin' }
  expect(sourceSchema.safeParse({ ...source, id: 'dou-yin-2' }).success).toBe(true)
  for (const id of ['', 'Douyin', '../x', 'a?b']) expect(sourceSchema.safeParse({ ...source, id }).success, id).toBe(false)
})
