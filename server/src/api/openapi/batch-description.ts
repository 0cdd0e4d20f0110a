import { textOf, type ObjectAccess, type ObjectInfo } from '@jieli/core'
import { answer, exampleValues, idempotencyKey, json, problem, ref, schemaName, writable } from './description-parts.ts'
import type { JsonSchema } from './field-schema.ts'

/** Many at once; `upsert` goes by a field that identifies a record or may not repeat, when the object has one. */
export const batchPath = (info: ObjectInfo, access: ObjectAccess): Record<string, JsonSchema> => {
  if (!access.create && access.update.length === 0 && access.delete.length === 0) return {}
  const name = schemaName(info)
  const inputs = writable(info, access)
  const keys = inputs.filter((field) => field.identifies || field.unique)
  const [key] = keys
  const values = exampleValues(inputs, access)
  const create = { action: 'create', values }
  const operation = (action: string, required: string[], properties: JsonSchema): JsonSchema => ({
    type: 'object',
    required: ['action', ...required],
    properties: { action: { const: action }, ...properties },
  })
  const id = { type: 'string', format: 'uuid' }
  const rev = { type: 'integer' }
  const operations = [
    operation('create', ['values'], { values: ref(`${name}Input`) }),
    operation('update', ['id', 'values'], { id, rev, values: ref(`${name}Edit`) }),
    operation('delete', ['id'], { id, rev }),
    ...(key
      ? [operation('upsert', ['by', 'values'], { by: { enum: keys.map((field) => field.name) }, values: ref(`${name}Input`) })]
      : []),
  ]
  const results = {
    type: 'array',
    items: { type: 'object', properties: { id, rev, created: { type: 'boolean' } } },
  }
  return {
    [`/api/v1/objects/${info.name}/batch`]: {
      post: {
        tags: [textOf(info.definition.label)],
        operationId: `batch${name}`,
        summary: `批量写入${textOf(info.definition.label)}：全部成功或全部不做`,
        parameters: [idempotencyKey],
        requestBody: {
          required: true,
          ...json(
            {
              type: 'object',
              required: ['operations'],
              properties: { operations: { type: 'array', minItems: 1, maxItems: 5_000, items: { oneOf: operations } } },
            },
            { operations: [key && values[key.name] !== undefined ? { action: 'upsert', by: key.name, values } : create] },
          ),
        },
        responses: { 200: answer('每个操作一行', { type: 'object', properties: { results } }), ...problem },
      },
    },
  }
}
