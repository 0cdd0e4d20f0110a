import type { FastifyInstance } from 'fastify'
import { routesOf } from './leak-routes.ts'

/** What stands in for parameters and ids: a request is made with each of them. */
export interface Plant {
  objects: readonly string[]
  /** Ids of records that hold canaries; every `id` in a path is each of them once. */
  ids: readonly string[]
  /** Values of other parameters by name: `kind`, `field`, `form`. */
  words: Readonly<Record<string, readonly string[]>>
}

export interface GeneratedAsk {
  url: string
  body?: unknown
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  minimum?: number
  minLength?: number
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}
interface Parameter {
  name: string
  in: string
  schema?: Schema
}
interface Operation {
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const MOST_ASKS = 60

/** A value that fits the schema as far as it needs to: enough to get past the door and let the use case speak. */
const sample = (schema: Schema | undefined, { name, id, full }: { name: string; id: string; full: boolean }): unknown => {
  if (!schema) return {}
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (choice) return sample(choice, { name, id, full })
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'array') return [sample(schema.items, { name, id, full })]
  if (type === 'boolean') return full
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'string')
    return schema.format === 'uuid' ? id : name === 'object' ? 'lead' : 'x'.repeat(Math.max(schema.minLength ?? 1, 1))
  const required = new Set(schema.required)
  return Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([member]) => full || required.has(member))
      .map(([member, of]) => [member, sample(of, { name: member, id, full })]),
  )
}

/** Every way to fill the parameters of a path. */
const fillings = (path: string, plant: Plant): { url: string; id: string }[] => {
  const [nobody = ''] = plant.ids
  let made = [{ url: path, id: nobody }]
  for (const [hole, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    const values = name === 'object' ? plant.objects : (plant.words[name] ?? plant.ids)
    made = made.flatMap(({ url, id }) =>
      values.map((value) => ({ url: url.replace(hole, value), id: plant.ids.includes(value) ? value : id })),
    )
  }
  return made.slice(0, MOST_ASKS)
}

const withQuery = (url: string, parameters: readonly Parameter[], id: string): string => {
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => [name, String(sample(schema, { name, id, full: true }))] as const)
  return query.length === 0 ? url : `${url}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`
}

const asksOfOperation = (path: string, operation: Operation, plant: Plant): GeneratedAsk[] => {
  const schema = operation.requestBody?.content?.['application/json']?.schema
  return fillings(path, plant).flatMap(({ url, id }) => {
    const asked = withQuery(url, operation.parameters ?? [], id)
    const urls = asked === url ? [url] : [url, asked]
    if (!schema) return urls.map((one) => ({ url: one }))
    return urls.flatMap((one) => [false, true].map((full) => ({ url: one, body: sample(schema, { name: '', id, full }) })))
  })
}

/**
 * What to ask of every route there is, made from the server's own description of its API: a new route is swept from the day
 * it stands, and nobody has to remember it. Routes that the description hides are asked as they stand.
 */
export const generateAsks = (server: FastifyInstance, plant: Plant): Map<string, GeneratedAsk[]> => {
  const paths = (server.swagger() as { paths?: Record<string, Record<string, Operation>> }).paths ?? {}
  const described = new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      methods.flatMap((method) => {
        const operation = operations[method]
        const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
        return operation ? [[route, asksOfOperation(path, operation, plant)] as const] : []
      }),
    ),
  )
  return new Map(
    routesOf(server)
      .filter((route) => !route.startsWith('OPTIONS'))
      .map((route) => {
        const path = route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, '{$1}')
        const body = /^(POST|PUT|PATCH)/.test(route) ? { body: {} } : {}
        return [route, described.get(route) ?? fillings(path, plant).map(({ url }) => ({ url, ...body }))]
      }),
  )
}
