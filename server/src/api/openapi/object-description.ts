import { textOf, type Access, type FieldInfo, type ObjectAccess, type ObjectInfo } from '@jieli/core'
import { batchPath } from './batch-description.ts'
import {
  answer,
  exampleValues,
  idempotencyKey,
  idParameter,
  json,
  problem,
  readable,
  ref,
  schemaName,
  writable,
} from './description-parts.ts'
import { fieldSchema, type JsonSchema } from './field-schema.ts'
import { rowsRead, rowsToWrite } from './rows-description.ts'

/** An object as one caller may know it: schemas of its values and the paths that serve it. */
export interface ObjectDescription {
  schemas: Record<string, JsonSchema>
  paths: Record<string, JsonSchema>
}

const propertiesOf = (fields: readonly FieldInfo[], access: ObjectAccess): JsonSchema =>
  Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, access.right(field))]))

const schemasOf = (info: ObjectInfo, access: ObjectAccess, reader: Access): Record<string, JsonSchema> => {
  const name = schemaName(info)
  const label = textOf(info.definition.label)
  const inputs = writable(info, access)
  const required = inputs.filter((field) => field.required).map((field) => field.name)
  const input = { type: 'object', additionalProperties: false, properties: propertiesOf(inputs, access) }
  return {
    [name]: {
      type: 'object',
      title: label,
      required: ['id', 'rev', 'values'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        rev: { type: 'integer' },
        values: { type: 'object', additionalProperties: false, properties: propertiesOf(readable(info, access), access) },
        ...rowsRead(info, reader),
      },
    },
    [`${name}Input`]: { ...input, title: `${label}（可填写的字段）`, ...(required.length > 0 ? { required } : {}) },
    [`${name}Edit`]: { ...input, title: `${label}（可修改的字段）` },
  }
}

const queryPaths = (info: ObjectInfo, access: ObjectAccess): Record<string, JsonSchema> => {
  const name = schemaName(info)
  const label = textOf(info.definition.label)
  const fields = readable(info, access).filter((field) => access.right(field) !== 'mask')
  const title = fields.find((field) => field.name === info.definition.titleField)
  const select = fields
    .filter((field) => !field.system)
    .slice(0, 4)
    .map((field) => field.name)
  const query = {
    select,
    ...(title ? { where: { call: 'isNotEmpty', args: [{ field: title.name }] } } : {}),
    sort: [{ field: 'createdAt', direction: 'desc' }],
    limit: 20,
    count: 'capped',
  }
  const page = {
    type: 'object',
    properties: {
      records: { type: 'array', items: ref(name) },
      refs: { type: 'object', additionalProperties: { type: 'string' } },
      next: { type: 'string' },
      previous: { type: 'string' },
      totals: { type: 'object' },
      count: { type: 'object', properties: { value: { type: 'integer' }, capped: { type: 'boolean' } } },
    },
  }
  const groups = { groupBy: [], measures: [{ as: 'count', fn: 'count' }] }
  const rows = { type: 'object', properties: { rows: { type: 'array', items: { type: 'object' } } } }
  const base = `/api/v1/objects/${info.name}`
  return {
    [`${base}/query`]: {
      post: {
        tags: [label],
        operationId: `query${name}`,
        summary: `查询${label}`,
        requestBody: { required: true, ...json(ref('RecordQuery'), query) },
        responses: { 200: answer('一页记录', page), ...problem },
      },
    },
    [`${base}/group`]: {
      post: {
        tags: [label],
        operationId: `group${name}`,
        summary: `按组统计${label}`,
        requestBody: { required: true, ...json(ref('GroupQuery'), groups) },
        responses: { 200: answer('每组一行', rows), ...problem },
      },
    },
  }
}

const recordPaths = (info: ObjectInfo, access: ObjectAccess, reader: Access): Record<string, JsonSchema> => {
  const name = schemaName(info)
  const label = textOf(info.definition.label)
  const inputs = writable(info, access)
  const example = exampleValues(
    [...inputs.filter((field) => field.required), ...inputs.filter((field) => !field.required)],
    access,
  )
  const [first] = Object.entries(
    exampleValues(
      inputs.filter((field) => !field.identifies),
      access,
    ),
  )
  const one = answer(label, {
    type: 'object',
    properties: { record: ref(name), refs: { type: 'object', additionalProperties: { type: 'string' } } },
  })
  const body = (schema: string, values: Record<string, unknown>, more: JsonSchema = {}): JsonSchema => ({
    required: true,
    ...json(
      { type: 'object', required: ['values'], properties: { values: ref(schema), ...more } },
      { ...(more['rev'] ? { rev: 1 } : {}), values },
    ),
  })
  const create = {
    post: {
      tags: [label],
      operationId: `create${name}`,
      summary: `新建${label}`,
      parameters: [idempotencyKey],
      requestBody: body(`${name}Input`, example, {
        confirmTouch: { type: 'boolean', default: false },
        ...rowsToWrite(info, reader, 'create'),
      }),
      responses: { 201: one, ...problem },
    },
  }
  const edit = {
    patch: {
      tags: [label],
      operationId: `update${name}`,
      summary: `修改${label}`,
      parameters: [idempotencyKey],
      requestBody: body(`${name}Edit`, first ? Object.fromEntries([first]) : {}, {
        rev: { type: 'integer' },
        ...rowsToWrite(info, reader, 'update'),
      }),
      responses: { 200: one, ...problem },
    },
  }
  const base = `/api/v1/objects/${info.name}/records`
  return {
    ...(access.create ? { [base]: create } : {}),
    [`${base}/{id}`]: {
      parameters: [idParameter],
      get: { tags: [label], operationId: `get${name}`, summary: `读取${label}`, responses: { 200: one, ...problem } },
      ...(access.update.length > 0 ? edit : {}),
      ...(access.delete.length > 0
        ? {
            delete: {
              tags: [label],
              operationId: `delete${name}`,
              summary: `删除${label}`,
              responses: { 204: { description: '已删除' }, ...problem },
            },
          }
        : {}),
    },
  }
}

export const describeObject = (info: ObjectInfo, access: ObjectAccess, reader: Access): ObjectDescription => ({
  schemas: schemasOf(info, access, reader),
  paths: { ...queryPaths(info, access), ...recordPaths(info, access, reader), ...batchPath(info, access) },
})
