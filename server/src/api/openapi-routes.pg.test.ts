import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

interface Media {
  schema: object
  example?: unknown
}
interface Operation {
  requestBody?: { content: Record<string, Media> }
}
interface ApiDocument {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties?: Record<string, { properties?: Record<string, object> }> }> }
}

let company: TestWorkspace
let server: FastifyInstance
const documents = new Map<string, ApiDocument>()

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  for (const login of ['admin', 'zhou', 'lina', 'desk']) {
    const client = new ApiClient(server)
    await client.signIn(login)
    const answer = await client.call('GET', '/api/v1/openapi.json')
    expect(answer.statusCode).toBe(200)
    documents.set(login, answer.json())
  }
})

afterAll(async () => {
  await server.close()
  await company.close()
})

const documentOf = (login: string): ApiDocument => must(documents.get(login))
const fieldsOf = (login: string, schema: string): string[] =>
  Object.keys(documentOf(login).components.schemas[schema]?.properties?.['values']?.properties ?? {})

describe('the API description', () => {
  it('is not for strangers', async () => {
    expect((await server.inject({ method: 'GET', url: '/api/v1/openapi.json' })).statusCode).toBe(401)
  })

  it('is a valid OpenAPI 3.1 document for every role', async () => {
    for (const document of documents.values()) {
      expect(document.openapi).toBe('3.1.0')
      expect(await new Validator().validate({ ...structuredClone(document) })).toEqual({ valid: true })
    }
  })

  it('refers to nothing that is not in it', () => {
    for (const document of documents.values()) {
      const text = JSON.stringify(document)
      const missing = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].filter(
        ([, kind, name]) => !Object.hasOwn((document.components as Record<string, object>)[kind ?? ''] ?? {}, name ?? ''),
      )
      expect(missing.map(([whole]) => whole)).toEqual([])
      expect(text).not.toContain('"#/$defs/')
    }
  })

  it('has examples that fit the schemas beside them', () => {
    const document = documentOf('admin')
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    ajv.addSchema({ $id: 'https://jieli.invalid/api', components: document.components })
    let checked = 0
    const check = (schema: object, example: unknown, where: string): void => {
      const validate = ajv.compile(
        JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"https://jieli.invalid/api#/components/')) as object,
      )
      expect(validate(example) ? [] : validate.errors, where).toEqual([])
      checked++
    }
    for (const [path, item] of Object.entries(document.paths)) {
      for (const operation of Object.values(item)) {
        for (const media of Object.values(operation.requestBody?.content ?? {}))
          if (media.example !== undefined) check(media.schema, media.example, path)
      }
    }
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      for (const [field, property] of Object.entries(schema.properties?.['values']?.properties ?? {})) {
        for (const example of (property as { examples?: unknown[] }).examples ?? [])
          check(property, example, `${name}.${field}`)
      }
    }
    expect(checked).toBeGreaterThan(80)
  })

  it('has examples that the API itself accepts', async () => {
    const client = new ApiClient(server)
    await client.signIn('admin')
    for (const path of [
      '/api/v1/objects/lead/query',
      '/api/v1/objects/order/query',
      '/api/v1/objects/task/group',
      '/api/v1/objects/campus/records',
      '/api/v1/objects/lead/records',
    ]) {
      const body = must(documentOf('admin').paths[path]?.['post']?.requestBody?.content['application/json'], path)
      const answer = await client.call('POST', path, body.example)
      expect([200, 201], `${path} ${answer.body}`).toContain(answer.statusCode)
    }
  })

  it('names the fields that the caller may know, typed, and no others', () => {
    expect(fieldsOf('admin', 'Lead')).toEqual(expect.arrayContaining(['name', 'phone', 'subject', 'clickIds']))
    expect(fieldsOf('lina', 'Lead')).not.toContain('clickIds')
    expect(fieldsOf('lina', 'User')).toEqual(expect.arrayContaining(['name', 'skills']))
    for (const hidden of ['phone', 'login', 'wecomId', 'holdingCap']) expect(fieldsOf('lina', 'User')).not.toContain(hidden)
    expect(fieldsOf('desk', 'Lead')).not.toContain('budget')
    expect(Object.keys(documentOf('desk').components.schemas)).not.toContain('Order')
    expect(Object.keys(documentOf('desk').paths).filter((path) => path.includes('/objects/order/'))).toEqual([])
    expect(documentOf('admin').components.schemas['Lead']?.properties?.['values']?.properties?.['subject']).toMatchObject({
      enum: expect.arrayContaining(['zk-math']),
      description: expect.stringContaining('最关注提分科目'),
    })
    expect(documentOf('desk').components.schemas['Lead']?.properties?.['values']?.properties?.['phone']).toMatchObject({
      readOnly: true,
      description: expect.stringContaining('脱敏'),
    })
  })

  it('offers only what the caller may do', () => {
    expect(Object.keys(documentOf('lina').paths['/api/v1/objects/order/records/{id}'] ?? {})).toEqual(['parameters', 'get'])
    expect(Object.keys(documentOf('admin').paths['/api/v1/objects/order/records/{id}'] ?? {})).toEqual([
      'parameters',
      'get',
      'patch',
      'delete',
    ])
    expect(documentOf('lina').paths['/api/v1/objects/campus/records']).toBeUndefined()
  })
})
