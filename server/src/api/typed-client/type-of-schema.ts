import type { JsonSchema } from '../openapi/field-schema.ts'

const names: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
  object: 'Record<string, unknown>',
}

/**
 * The TypeScript type of what a JSON Schema of ours allows; what it does not say is `unknown`.
 *
 * @example typeOfSchema({ type: ['array', 'null'], items: { enum: ['a', 'b'] } }) // `("a" | "b")[] | null`
 */
export const typeOfSchema = (schema: JsonSchema): string => {
  if (Array.isArray(schema['enum'])) return union(schema['enum'].map((value) => JSON.stringify(value)))
  const types = [schema['type'] ?? []].flat() as string[]
  return types.length === 0 ? 'unknown' : union(types.map((type) => typeNamed(type, schema)))
}

const typeNamed = (type: string, schema: JsonSchema): string => {
  if (type !== 'array') return names[type] ?? 'unknown'
  const item = typeOfSchema((schema['items'] ?? {}) as JsonSchema)
  return item.includes(' ') ? `(${item})[]` : `${item}[]`
}

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ') || 'never'
