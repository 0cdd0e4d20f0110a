import { z } from 'zod'
import { errorCodes, groupQuerySchema, recordQuerySchema } from '@jieli/core'
import type { Context } from '../../features/workspace/workspace.ts'
import type { JsonSchema } from './field-schema.ts'
import { hoistDefinitions } from './hoist-definitions.ts'
import { describeObject } from './object-description.ts'

/** The part of a made document that is used here. */
export interface StaticDocument {
  paths?: Record<string, unknown>
}

const problemSchema: JsonSchema = {
  type: 'object',
  title: '错误',
  required: ['type', 'title', 'status', 'code', 'retryable'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '给人看的一句话，语言随 accept-language' },
    status: { type: 'integer' },
    code: {
      type: 'string',
      enum: Object.keys(errorCodes),
      description: Object.entries(errorCodes)
        .map(([code, { status, text }]) => `${code} ${status}：${text['zh-CN']}`)
        .join('\n'),
    },
    retryable: { type: 'boolean', description: '同样的请求以后再发是否可能成功' },
    detail: { type: 'string' },
    details: { type: 'object' },
    issues: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}
const problemExample = {
  type: 'urn:jieli:error:invalid-values',
  title: errorCodes['invalid-values'].text['zh-CN'],
  status: 422,
  code: 'invalid-values',
  retryable: false,
  issues: [{ path: 'phone', code: 'not-a-phone', message: '不是有效的电话号码，请检查位数和区号' }],
}

/** Served by paths of their own for each object, with its own fields. */
const replaced = /^\/api\/v1\/objects\/\{object\}\/(query|group|batch|records|records\/\{id\})$/

const querySchemas = (): Record<string, JsonSchema> => {
  const schemas: Record<string, JsonSchema> = {}
  for (const [name, schema] of [
    ['RecordQuery', recordQuerySchema.omit({ object: true })],
    ['GroupQuery', groupQuerySchema.omit({ object: true })],
  ] as const) {
    schemas[name] = hoistDefinitions(z.toJSONSchema(schema, { io: 'input' }), name, schemas) as JsonSchema
  }
  return schemas
}

/** Paths of the API itself, those of pages and probes left out; every one may answer with a problem. */
const staticPaths = (document: StaticDocument, schemas: Record<string, JsonSchema>): Record<string, unknown> => {
  const paths = Object.entries(document.paths ?? {}).filter(([path]) => path.startsWith('/api/') && !replaced.test(path))
  return Object.fromEntries(
    paths.map(([path, item]) => {
      const hoisted = hoistDefinitions(item, path.replace(/^\/api\/v1\//, '').replace(/[^\w-]+/g, '-'), schemas) as Record<
        string,
        JsonSchema
      >
      return [
        path,
        Object.fromEntries(
          Object.entries(hoisted).map(([method, operation]) => [
            method,
            {
              ...operation,
              responses: {
                ...(operation['responses'] as JsonSchema | undefined),
                default: { $ref: '#/components/responses/Problem' },
              },
            },
          ]),
        ),
      ]
    }),
  )
}

/** The API as this caller may use it: the fixed routes, and the workspace's own objects and fields as far as they are known to the caller. */
export const describeApi = (context: Context, document: StaticDocument): JsonSchema => {
  const { config, publicUrl } = context.workspace
  const schemas: Record<string, JsonSchema> = { Problem: problemSchema, ...querySchemas() }
  const paths = staticPaths(document, schemas)
  for (const info of config.current.objects.values()) {
    const access = context.access.object(info)
    if (!access || access.read.length === 0) continue
    const description = describeObject(info, access, context.access)
    Object.assign(schemas, description.schemas)
    Object.assign(paths, description.paths)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${config.current.name} · Jieli 接力`,
      version: String(config.current.version),
      description:
        '按你的权限生成：只列出你能看到的对象和字段。用 Authorization: Bearer <密钥> 调用。' +
        '手机号这类敏感字段，密钥读到完整的值；网页登录读到的是遮住的样子（138****5678），完整的值用 reveal 逐条查看并留痕。',
    },
    servers: [{ url: publicUrl }],
    security: [{ key: [] }],
    paths,
    components: {
      schemas,
      responses: {
        Problem: {
          description: '没有成功，code 是稳定的代号',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: problemExample },
          },
        },
      },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: '在「接口密钥」或用 npm run jieli -- key create 得到' },
      },
    },
  }
}
