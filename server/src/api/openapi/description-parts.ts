import type { FieldInfo, ObjectAccess, ObjectInfo } from '@jieli/core'
import { fieldSchema, type JsonSchema } from './field-schema.ts'

/** What the descriptions of an object's paths are put together from. */

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
export const json = (schema: JsonSchema, example?: unknown): JsonSchema => ({
  content: { 'application/json': { schema, ...(example === undefined ? {} : { example }) } },
})
export const problem = { default: { $ref: '#/components/responses/Problem' } }
export const answer = (description: string, schema: JsonSchema): JsonSchema => ({ description, ...json(schema) })
export const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }

export const idempotencyKey = {
  name: 'idempotency-key',
  in: 'header',
  schema: { type: 'string', maxLength: 200 },
  description: '自己起的键：同一个键的同一个请求只做一次，重发得到同样的结果',
  example: 'order-2026-1001',
}

/** What the caller may know, with how the schemas and examples are made from it. */
export const readable = (info: ObjectInfo, access: ObjectAccess): FieldInfo[] =>
  [...info.fields.values()].filter((field) => access.right(field) !== 'none')
export const writable = (info: ObjectInfo, access: ObjectAccess): FieldInfo[] =>
  readable(info, access).filter((field) => !field.system && !field.readOnly && access.right(field) === 'write')

export const schemaName = (info: ObjectInfo): string => `${info.name[0]?.toUpperCase() ?? ''}${info.name.slice(1)}`

export const exampleValues = (fields: readonly FieldInfo[], access: ObjectAccess): Record<string, unknown> =>
  Object.fromEntries(
    fields.slice(0, 6).flatMap((field) => {
      const { examples } = fieldSchema(field, access.right(field)) as { examples?: unknown[] }
      return examples ? [[field.name, examples[0]]] : []
    }),
  )
