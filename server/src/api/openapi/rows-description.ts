import { subTablesOf, textOf, type Access, type ObjectInfo, type SubTable } from '@jieli/core'
import { ref, schemaName } from './description-parts.ts'
import type { JsonSchema } from './field-schema.ts'

/** The sub-tables of an object that this caller may read. */
export const readableSubTables = (info: ObjectInfo, reader: Access): SubTable[] =>
  subTablesOf(info).filter((part) => (reader.object(part)?.read.length ?? 0) > 0)

const perTable = (parts: readonly SubTable[], shape: (part: SubTable) => JsonSchema): JsonSchema =>
  parts.length === 0
    ? {}
    : {
        rows: {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(parts.map((part) => [part.partOf.field.name, shape(part)])),
        },
      }

/** Rows as they come with a record, when they are asked for with `include`. */
export const rowsRead = (info: ObjectInfo, reader: Access): JsonSchema =>
  perTable(readableSubTables(info, reader), (part) => ({
    type: 'array',
    description: `${textOf(part.partOf.field.label)}，按行号排列；查询时用 include 带上`,
    items: ref(schemaName(part)),
  }))

/** Rows as they are written with their record, in the same transaction. */
export const rowsToWrite = (info: ObjectInfo, reader: Access, action: 'create' | 'update'): JsonSchema => {
  const id = { type: 'string', format: 'uuid' }
  const rev = { type: 'integer' }
  const parts = readableSubTables(info, reader).filter((part) => {
    const access = reader.object(part)
    return access?.create === true || (access?.update.length ?? 0) > 0
  })
  return perTable(parts, (part) => {
    // Which record it is part of is said by where it stands.
    const values = ref(`${schemaName(part)}Edit`)
    const add = { type: 'object', additionalProperties: false, required: ['values'], properties: { values } }
    const change = { type: 'object', additionalProperties: false, required: ['id', 'values'], properties: { id, rev, values } }
    const remove = {
      type: 'object',
      additionalProperties: false,
      required: ['id', 'remove'],
      properties: { id, rev, remove: { const: true } },
    }
    return {
      type: 'array',
      description: `${textOf(part.partOf.field.label)}：要加、改、删的行；没写的行不动。一条记录最多 ${part.partOf.field.parts?.max ?? 0} 行`,
      items: action === 'create' ? add : { oneOf: [add, change, remove] },
    }
  })
}
