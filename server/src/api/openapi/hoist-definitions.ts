import type { JsonSchema } from './field-schema.ts'

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Schemas made one by one hold their recursive parts in a `$defs` of their own, referred to from the root of the schema. In
 * one document the root is the document: the parts move to its components, each under a name of its own.
 */
export const hoistDefinitions = (schema: unknown, name: string, components: Record<string, JsonSchema>): unknown => {
  if (Array.isArray(schema)) return schema.map((item, index) => hoistDefinitions(item, `${name}.${index}`, components))
  if (!isObject(schema)) return schema
  const { $defs, $schema: _dialect, ...rest } = schema
  if (!isObject($defs))
    return Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        hoistDefinitions(value, `${name}.${key.replace(/[^\w-]+/g, '-')}`, components),
      ]),
    )
  const renamed = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`)) as unknown
  for (const [key, definition] of Object.entries($defs)) components[`${name}.${key}`] = renamed(definition) as JsonSchema
  return renamed(rest)
}
