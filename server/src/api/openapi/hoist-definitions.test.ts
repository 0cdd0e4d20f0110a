import { expect, it } from 'vitest'
import type { JsonSchema } from './field-schema.ts'
import { hoistDefinitions } from './hoist-definitions.ts'

it('moves recursive parts to the components under names of their own, and mends what refers to them', () => {
  const tree = { type: 'array', items: { $ref: '#/$defs/tree' } }
  const schema = { $schema: 'x', type: 'object', properties: { where: { $ref: '#/$defs/tree' } }, $defs: { tree } }
  const components: Record<string, JsonSchema> = {}
  expect(hoistDefinitions(schema, 'query.body', components)).toEqual({
    type: 'object',
    properties: { where: { $ref: '#/components/schemas/query.body.tree' } },
  })
  expect(components).toEqual({
    'query.body.tree': { type: 'array', items: { $ref: '#/components/schemas/query.body.tree' } },
  })
})

it('finds them however deep they stand, and keeps two of one name apart', () => {
  const part = (type: string) => ({ $ref: '#/$defs/a', $defs: { a: { type } } })
  const components: Record<string, JsonSchema> = {}
  const hoisted = hoistDefinitions({ anyOf: [part('string'), { deep: part('number') }] }, 'q', components)
  expect(JSON.stringify(hoisted)).not.toContain('$defs')
  expect(Object.values(components)).toEqual([{ type: 'string' }, { type: 'number' }])
  expect(Object.keys(components)).toHaveLength(2)
})
