import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, type AppError } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import type { Context } from '../workspace/workspace.ts'
import { applyBatch } from './apply-batch.ts'
import type { BatchOperation } from './resolve-upserts.ts'

let company: TestWorkspace
let admin: Context

beforeAll(async () => void (company = await openTestWorkspace()))
beforeEach(() => void (admin = company.contextOf('admin')))
afterAll(() => company.close())

let next = 0
const newPhone = (): string => `139${String(10_000_000 + next++ * 7919).slice(0, 8)}`
const batch = (operations: BatchOperation[], key?: string, fingerprint = 'same') =>
  applyBatch(admin, 'lead', { operations, ...(key ? { call: { key, fingerprint } } : {}) })
const count = async (sql: string, params: unknown[] = []): Promise<number> =>
  must((await company.workspace.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, params))[0]).n

describe('a batch of new leads', () => {
  it('comes in like through any other door: recognised, assigned, with its reason on record', async () => {
    const { result } = await batch([
      { action: 'create', values: { name: '周女士', phone: newPhone() } },
      { action: 'create', values: { name: '郑先生', phone: newPhone() } },
    ])
    expect(result.map(({ created }) => created)).toEqual([true, true])
    const ids = result.map(({ id }) => id)
    expect(await count('w.capture WHERE record_id = ANY($1::uuid[])', [ids])).toBe(2)
    expect(await count('w.assignment_decision WHERE record_id = ANY($1::uuid[])', [ids])).toBe(2)
  })

  it('is refused as a whole when one of them is known, and nothing of it stays', async () => {
    const phone = newPhone()
    await batch([{ action: 'create', values: { name: '吴女士', phone } }])
    const before = await count('w.identity')
    const operations: BatchOperation[] = [
      { action: 'create', values: { name: '冯先生', phone: newPhone() } },
      { action: 'create', values: { name: '吴女士', phone: `+86 ${phone}` } },
    ]
    await expect(batch(operations)).rejects.toMatchObject({ code: 'duplicate-identity' })
    await expect(batch([must(operations[0]), { action: 'create', values: { name: '蒋', phone: '12' } }])).rejects.toMatchObject(
      { code: 'invalid-values' },
    )
    expect(await count('w.identity')).toBe(before)
  })
})

describe('upsert', () => {
  it('makes what is new and updates what is there, by the normalised value', async () => {
    const phone = newPhone()
    const first = await batch([{ action: 'upsert', by: 'phone', values: { phone, name: '韩女士' } }])
    const second = await batch([
      { action: 'upsert', by: 'phone', values: { phone: `0086-${phone}`, name: '韩梅' } },
      { action: 'upsert', by: 'phone', values: { phone: newPhone(), name: '杨先生' } },
    ])
    expect(second.result[0]).toMatchObject({ id: must(first.result[0]).id, created: false })
    expect(second.result[1]).toMatchObject({ created: true })
  })

  it('of one new customer by twenty programs at once makes one record', async () => {
    const phone = newPhone()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => batch([{ action: 'upsert', by: 'phone', values: { phone, name: `朱${n}` } }])),
    )
    expect(new Set(answers.map(({ result }) => must(result[0]).id)).size).toBe(1)
    expect(answers.filter(({ result }) => must(result[0]).created)).toHaveLength(1)
  })

  it('says what is wrong with the field it goes by, and with a record named twice', async () => {
    const phone = newPhone()
    const codesOf = async (operations: BatchOperation[]): Promise<unknown> =>
      batch(operations).then(
        () => [],
        (error: AppError) => error.issues.map((issue) => `${issue.path} ${issue.code}`),
      )
    expect(await codesOf([{ action: 'upsert', by: 'name', values: { name: '秦' } }])).toEqual(['0.by not-unique-field'])
    expect(await codesOf([{ action: 'upsert', by: 'nothing', values: {} }])).toEqual(['0.by unknown-field'])
    expect(await codesOf([{ action: 'upsert', by: 'phone', values: { name: '秦' } }])).toEqual(['0.phone required'])
    expect(
      await codesOf([
        { action: 'upsert', by: 'phone', values: { phone, name: '尤' } },
        { action: 'upsert', by: 'phone', values: { phone: `+86${phone}`, name: '许' } },
      ]),
    ).toEqual(['1 named-twice'])
  })
})

describe('a call with a key', () => {
  it('is done once, also when it comes twenty times at once, and always has the same answer', async () => {
    const operations: BatchOperation[] = [{ action: 'create', values: { name: '何女士', phone: newPhone() } }]
    const answers = await Promise.all(Array.from({ length: 20 }, () => batch(operations, 'order-7')))
    expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1)
    expect(answers.filter(({ repeat }) => !repeat)).toHaveLength(1)
  })

  it('is refused for another request, and free again when the first one failed', async () => {
    await batch([{ action: 'create', values: { name: '吕先生', phone: newPhone() } }], 'order-8')
    await expect(
      batch([{ action: 'create', values: { name: '施', phone: newPhone() } }], 'order-8', 'another'),
    ).rejects.toMatchObject({ code: 'idempotency-mismatch' })
    await expect(batch([{ action: 'create', values: { phone: 'x' } }], 'order-9')).rejects.toMatchObject({
      code: 'invalid-values',
    })
    const again = await batch([{ action: 'create', values: { name: '张先生', phone: newPhone() } }], 'order-9')
    expect(again.repeat).toBe(false)
  })
})

describe('two writers of one record', () => {
  it('who changed different fields are both right; on the same field the later one is told', async () => {
    const { result } = await batch([{ action: 'create', values: { name: '孔女士', phone: newPhone() } }])
    const { id, rev } = must(result[0])
    await batch([{ action: 'update', id, rev, values: { name: '孔小姐' } }])
    const merged = await batch([{ action: 'update', id, rev, values: { studentName: '孔小宝' } }])
    expect(merged.result[0]).toMatchObject({ rev: rev + 2 })
    await expect(batch([{ action: 'update', id, rev, values: { name: '孔太太' } }])).rejects.toMatchObject({
      code: 'rev-conflict',
    })
    await expect(batch([{ action: 'update', id, rev: rev + 9, values: { name: '孔太太' } }])).rejects.toMatchObject({
      code: 'rev-conflict',
    })
  })
})
