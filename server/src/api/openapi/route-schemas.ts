import type { SwaggerTransform } from '@fastify/swagger'
import type { FastifySchema } from 'fastify'
import { z } from 'zod'

const parts = ['body', 'querystring', 'params', 'headers'] as const

const asJsonSchema = (schema: unknown): unknown =>
  schema instanceof z.ZodType ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) : schema

/** A route's schemas as JSON Schema, each complete in itself: recursive parts stay in its own `$defs` until the document is put together. */
export const routeSchemas: SwaggerTransform = ({ schema, url }) => {
  const given: FastifySchema = schema ?? {}
  const made = Object.fromEntries(
    parts.flatMap((part) => (given[part] === undefined ? [] : [[part, asJsonSchema(given[part])]])),
  )
  return { schema: { ...given, ...made }, url }
}
