import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { createApiKey } from '../../features/sign-in/api-keys.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { letAdminUse, makeSales } from '../../testing/sub-table-world.ts'
import { createHttpServer } from '../http-server.ts'
import type * as Runtime from './client-runtime.ts'

const tsc = join(import.meta.dirname, '../../../../node_modules/typescript/bin/tsc')

let company: TestWorkspace
let server: FastifyInstance
let folder: string
let url: string
let key: string

interface LeadValues {
  name: string
  phone: string
  stage: string
}
type Client = Record<'lead', Runtime.ObjectClient<LeadValues, Partial<LeadValues>, Partial<LeadValues>>>
interface Generated {
  createClient(options: Runtime.ClientOptions): Client
  JieliError: typeof Runtime.JieliError
}

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  const lines = await makeSales(company)
  await letAdminUse(company, 'sale')
  expect(lines).toBe('saleLines')
  server = await createHttpServer(company.app)
  await server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  folder = await mkdtemp(join(tmpdir(), 'jieli-client-'))
  key = (await createApiKey(company.contextOf('admin'), { userId: must(company.ids.users['admin']), label: 'test' })).key
  const answer = await fetch(`${url}/api/v1/client.ts`, { headers: { authorization: `Bearer ${key}` } })
  await writeFile(join(folder, 'client.ts'), await answer.text())
})
afterAll(async () => {
  await server.close()
  await company.close()
  await rm(folder, { recursive: true })
})

describe('the typed client of a workspace', () => {
  it('compiles under the strictest rules, and knows fields and options', async () => {
    await writeFile(
      join(folder, 'use.ts'),
      `import { createClient } from './client.ts'
       const jieli = createClient({ url: '', key: '' })
       const lead = await jieli.lead.get('x')
       const stage: string | null = lead.values.stage
       // @ts-expect-error there is no such stage
       await jieli.lead.update('x', { stage: 'no-such-stage' })
       // @ts-expect-error there is no such field
       await jieli.lead.create({ name: '王', phone: '13800000000', nothing: 1 })
       // @ts-expect-error and no such object
       jieli.nothing
       const sale = await jieli.sale.create({ name: '单' }, { rows: { lines: [{ values: { product: '探头', price: 5 } }] } })
       const price: number | null | undefined = sale.rows?.lines?.[0]?.values.price
       await jieli.sale.update('x', {}, { rows: { lines: [{ id: 'r', remove: true }] }, idempotencyKey: 'k' })
       // @ts-expect-error a lead has no rows
       await jieli.lead.create({ name: '王', phone: '13800000000' }, { rows: { lines: [] } })
       // @ts-expect-error there is no such column
       await jieli.sale.update('x', {}, { rows: { lines: [{ values: { nothing: 1 } }] } })
       export { stage, price }`,
    )
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          target: 'esnext',
          module: 'nodenext',
          lib: ['esnext', 'dom', 'dom.asynciterable'],
          types: [],
          allowImportingTsExtensions: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
        },
        include: ['*.ts'],
      }),
    )
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
    const result = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch((error: { stdout: string }) => error)
    expect(result.stdout).toBe('')
  })

  it('makes, finds, changes and removes real records', async () => {
    const { createClient, JieliError } = (await import(pathToFileURL(join(folder, 'client.ts')).href)) as Generated
    const jieli = createClient({ url, key })
    const made = await jieli.lead.create({ name: '王女士', phone: '13811112222' }, { idempotencyKey: 'one' })
    const again = await jieli.lead.create({ name: '王女士', phone: '13811112222' }, { idempotencyKey: 'one' })
    expect(again.id).toBe(made.id)
    const other = await jieli.lead.upsert('phone', { phone: '138 1111 3333', name: '李女士' })
    expect(other.created).toBe(true)
    const names: string[] = []
    for await (const record of jieli.lead.all({ limit: 1, select: ['name'] })) names.push(record.values.name)
    expect(names.toSorted()).toEqual(['李女士', '王女士'])
    const changed = await jieli.lead.update(made.id, { name: '王太太' }, { rev: made.rev })
    expect(changed.values.name).toBe('王太太')
    expect(await jieli.lead.group({ groupBy: [], measures: [{ as: 'count', fn: 'count' }] })).toEqual([{ count: 2 }])
    await jieli.lead.delete(made.id)
    const error: unknown = await jieli.lead.get(made.id).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(JieliError)
    expect(error).toMatchObject({ status: 404, code: 'not-found' })
    await expect(jieli.lead.create({ name: '王', phone: 'x' })).rejects.toMatchObject({
      code: 'invalid-values',
      issues: [{ path: 'phone', code: 'not-a-phone' }],
    })
  })
})
