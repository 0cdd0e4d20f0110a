import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportPreview } from '../features/imports/preview-import.ts'
import { importsIdle } from '../features/imports/start-import.ts'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let admin: ApiClient

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  admin = new ApiClient(server)
  await admin.signIn('admin')
})
afterAll(async () => {
  await server.close()
  await company.close()
})

const upload = (client: ApiClient, bytes: Uint8Array, name = '春季线索.csv') => {
  const boundary = `----${randomUUID()}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return client.call('POST', '/api/v1/imports', body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}

it('a GBK file of dirty rows is previewed, imported, its bad rows given back, and undone', async () => {
  const rows = Array.from({ length: 600 }, (_, index) =>
    index % 20 === 0 ? `坏${index},1380,初三` : `客户${index},138 ${String(10_000_000 + index)},初三`,
  )
  const answer = await upload(admin, iconv.encode(`家长,联系方式,年级\r\n${rows.join('\r\n')}\r\n`, 'gbk'))
  expect(answer.statusCode).toBe(201)
  const preview = answer.json<ImportPreview>()
  expect(preview).toMatchObject({
    fileName: '春季线索.csv',
    encoding: 'gb18030',
    rows: 600,
    counts: { checked: 500, troubled: 25 },
  })
  const mapping = Object.fromEntries(preview.columns.map((column) => [column.header, column.field]))
  expect(mapping).toEqual({ 家长: 'name', 联系方式: 'phone', 年级: 'grade' })

  const again = await admin.call('POST', `/api/v1/imports/${preview.id}/preview`, { mapping: { 联系方式: 'name' } })
  expect(again.json<ImportPreview>().counts.troubled).toBe(500)

  const started = await admin.call('POST', `/api/v1/imports/${preview.id}/start`, {
    mapping,
    policy: { duplicates: 'skip', assign: 'rules' },
  })
  expect(started.json()).toMatchObject({ status: 'running', rows: 600 })
  await importsIdle(company.workspace)
  expect((await admin.call('GET', `/api/v1/imports/${preview.id}`)).json()).toMatchObject({
    status: 'done',
    done: 600,
    counts: { created: 570, failed: 30 },
  })
  expect((await admin.call('GET', '/api/v1/imports')).json()).toMatchObject({ imports: [{ id: preview.id }] })

  const errors = await admin.call('GET', `/api/v1/imports/${preview.id}/errors.csv`)
  expect(errors.headers['content-disposition']).toMatch(/^attachment/)
  expect(errors.body.trimEnd().split('\r\n')).toHaveLength(31)
  expect(errors.body).toContain('坏20,1380,初三,22,没有导入,手机号：')

  expect((await admin.call('POST', `/api/v1/imports/${preview.id}/undo`)).json()).toMatchObject({
    undone: 570,
    kept: { count: 0 },
  })
})

it('a second click on start starts nothing twice', async () => {
  const preview = (await upload(admin, Buffer.from('姓名,手机\n甲,13811110001\n'))).json<ImportPreview>()
  const body = { mapping: { 姓名: 'name', 手机: 'phone' } }
  const answers = await Promise.all([1, 2, 3].map(() => admin.call('POST', `/api/v1/imports/${preview.id}/start`, body)))
  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
  await importsIdle(company.workspace)
  expect((await admin.call('GET', `/api/v1/imports/${preview.id}`)).json()).toMatchObject({ done: 1, counts: { created: 1 } })
})

it('what is not a table is refused with a code and a sentence that helps, and nothing is kept of it', async () => {
  for (const [bytes, words] of [
    [Buffer.alloc(0), '空的'],
    [Buffer.from('姓名,手机\n'), '只有表头'],
    [Buffer.from('%PDF-1.4 …'), 'PDF'],
    [Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), '损坏'],
  ] as const) {
    const answer = await upload(admin, bytes)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'unreadable-file' })
    expect(answer.json<{ title: string }>().title).toContain(words)
  }
  const [left] = await company.workspace.db.query<{ count: number }>(
    `SELECT count(*) AS count FROM w.import i WHERE i.total = 0`,
  )
  expect(left?.count).toBe(0)
  expect((await admin.call('POST', '/api/v1/imports', { a: 1 })).statusCode).toBe(400)
})

it('someone without the ability may neither import nor export nor take a template', async () => {
  const lina = new ApiClient(server)
  await lina.signIn('lina')
  expect((await upload(lina, Buffer.from('姓名,手机\n甲,13811110001\n'))).statusCode).toBe(403)
  expect((await lina.call('GET', '/api/v1/imports')).statusCode).toBe(403)
  expect((await lina.call('GET', '/api/v1/objects/lead/import-template.csv')).statusCode).toBe(403)
  expect((await lina.call('POST', '/api/v1/objects/lead/export', {})).statusCode).toBe(403)
})

it('an export is a download; a condition on what one may not see is refused before anything is sent', async () => {
  const csv = await admin.call('POST', '/api/v1/objects/lead/export', { columns: ['name', 'phone'], search: '甲' })
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(decodeURIComponent(String(csv.headers['content-disposition']))).toContain('线索-2026-11-16.csv')
  expect(csv.body).toBe('\uFEFF姓名,手机号\r\n甲,138 1111 0001\r\n')
  const english = await admin.call(
    'POST',
    '/api/v1/objects/lead/export',
    { columns: ['name'], search: '甲' },
    { 'accept-language': 'en' },
  )
  expect(english.body).toBe('\uFEFFName\r\n甲\r\n')
  expect((await admin.call('POST', '/api/v1/objects/lead/export', { columns: ['nothing'] })).json()).toMatchObject({
    code: 'unknown-field',
  })
  const sheet = await admin.call('POST', '/api/v1/objects/lead/export', { format: 'xlsx' })
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
