import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

const ROWS = 40_000

let company: TestWorkspace
let server: FastifyInstance
let address: string
let cookie: string

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  address = await server.listen({ host: '127.0.0.1', port: 0 })
  const admin = new ApiClient(server)
  await admin.signIn('admin')
  cookie = must(admin.cookie)
  const { table, fields } = must(company.workspace.config.current.objects.get('lead'))
  await company.workspace.db.query(
    `INSERT INTO w.${table} (id, created_at, updated_at, ${must(fields.get('note')).column})
     SELECT gen_random_uuid(), now(), now(), repeat('字', 500) FROM generate_series(1, ${ROWS})`,
  )
}, 120_000)
afterAll(async () => {
  await server.close()
  await company.close()
})

const ask = (signal?: AbortSignal) =>
  fetch(`${address}/api/v1/objects/lead/export`, {
    method: 'POST',
    headers: { cookie, 'x-jieli-request': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ columns: ['note'] }),
    ...(signal ? { signal } : {}),
  })
const countsTaken = async (): Promise<number[]> => {
  const rows = await company.workspace.db.query<{ count: number }>(
    `SELECT (data->>'count')::int AS count FROM w.event WHERE kind = 'records.exported' ORDER BY id`,
  )
  return rows.map(({ count }) => count)
}
const readers = () =>
  company.workspace.db.query(
    `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY%' AND state = 'active' AND datname = current_database() AND pid <> pg_backend_pid()`,
  )

it('a download whose reader goes away ends: the database is let go, and what was sent is written down', async () => {
  const gone = new AbortController()
  const body = must((await ask(gone.signal)).body).getReader()
  expect((await body.read()).done).toBe(false)
  // Nobody reads on, so the file waits where it is: it is not gathered up for whoever is slow.
  await expect.poll(async () => (await readers()).length).toBe(1)
  expect(await countsTaken()).toEqual([])
  gone.abort()
  await expect.poll(async () => (await readers()).length).toBe(0)
  await expect.poll(async () => (await countsTaken()).length).toBe(1)
  const [sent] = await countsTaken()
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThan(ROWS / 2)
})

it('a whole one leaves no connection behind', async () => {
  const text = await (await ask()).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(1 + ROWS)
  await expect.poll(async () => (await countsTaken()).at(-1)).toBe(ROWS)
  await expect.poll(async () => (await readers()).length).toBe(0)
})
