import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { insertCaptures } from '../capture/capture-queries.ts'
import { countRefusal } from '../capture/count-refusal.ts'
import { findCaptures } from './find-captures.ts'
import { findSourceHealth } from './find-source-health.ts'
import { rerunRefused } from './rerun-refused.ts'
import { setSourceSecret } from './set-source-secret.ts'

// Saturday, half past six in the evening in Shanghai.
const NOW = '2026-11-21T10:30:00.000Z'
const HOUR = 3_600_000
let company: TestWorkspace

const envelope = (sourceId: string, at: number, index: number) => ({
  id: newId(new Date(at).toISOString()),
  sourceId,
  eventId: `${at}-${index}`,
  receivedAt: new Date(at).toISOString(),
  occurredAt: new Date(at - 3_000).toISOString(),
  payload: { name: '张女士' },
  attribution: {},
  actorKind: 'webhook',
  actorId: sourceId,
  status: 'touched' as const,
  reason: null,
  issues: null,
  recordId: null,
  processedAt: new Date(at + 1_000).toISOString(),
})

beforeAll(async () => {
  company = await openTestWorkspace({ now: NOW })
  const start = Date.parse(NOW) - 16 * 24 * HOUR
  const fourAnHour = Array.from({ length: 16 * 24 * 4 }, (_, index) => start + index * (HOUR / 4) + 60_000)
  await company.workspace.db.transaction((tx) =>
    insertCaptures(tx, [
      ...fourAnHour.filter((at) => at < Date.parse(NOW) - 6 * HOUR).map((at, index) => envelope('douyin', at, index)),
      ...fourAnHour.map((at, index) => envelope('meituan', at, index)),
    ]),
  )
})
afterAll(() => company.close())

const healthOf = async (id: string, login = 'admin') =>
  must((await findSourceHealth(company.contextOf(login))).sources.find((source) => source.id === id))

describe('the health of sources', () => {
  test('a source that stopped is silent, in words', async () => {
    expect(await healthOf('douyin')).toMatchObject({
      status: 'silent',
      sentence: { 'zh-CN': '抖音 6 小时无线索，平时每小时 4 条' },
      usualPerHour: 4,
      medianLatencyMs: 4_000,
      url: 'http://localhost:3000/in/douyin',
    })
  })

  test('a source that goes on is fresh, with its count of the day', async () => {
    expect(await healthOf('meituan')).toMatchObject({ status: 'fresh', sentence: null, last24h: 96, failed: 0 })
  })

  test('time alone makes a fresh source quiet, then silent; a lead makes it fresh again', async () => {
    const later = (hours: number): void => company.clock.set(new Date(Date.parse(NOW) + hours * HOUR).toISOString())
    later(1)
    expect((await healthOf('meituan')).status).toBe('quiet')
    later(2)
    expect((await healthOf('meituan')).status).toBe('silent')
    await company.workspace.db.transaction((tx) => insertCaptures(tx, [envelope('meituan', Date.parse(NOW) + 2 * HOUR, 1)]))
    expect((await healthOf('meituan')).status).toBe('fresh')
    later(0)
  })

  test('requests with a wrong signature are counted', async () => {
    for (let index = 0; index < 3; index++)
      await countRefusal(company.workspace.db, { sourceId: 'douyin', code: 'bad-signature', now: NOW })
    expect((await healthOf('douyin')).signatureRefusals).toBe(3)
    expect((await healthOf('meituan')).signatureRefusals).toBe(0)
  })

  test('forms of a source come with their addresses and codes', async () => {
    const { forms, url } = await healthOf('campus-qr')
    expect(forms).toContainEqual(
      expect.objectContaining({
        id: 'campus-xianlin',
        url: 'http://localhost:3000/f/campus-xianlin',
        qrUrl: 'http://localhost:3000/f/campus-xianlin/qr.svg',
      }),
    )
    expect(url).toBeUndefined()
  })

  test('secrets go in and never come out', async () => {
    const [name] = (await healthOf('douyin')).secrets.map((secret) => secret.name)
    await setSourceSecret(company.contextOf('admin'), 'douyin', { name: must(name), value: 'very-secret-value' })
    const health = await findSourceHealth(company.contextOf('admin'))
    expect(JSON.stringify(health)).not.toContain('very-secret-value')
    expect(must(health.sources.find((source) => source.id === 'douyin')).secrets).toEqual(
      expect.arrayContaining([{ name, isSet: true }]),
    )
    expect(await company.workspace.secrets.of('source:douyin')).toMatchObject({ [must(name)]: 'very-secret-value' })
    await expect(setSourceSecret(company.contextOf('zhou'), 'douyin', { name: must(name), value: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(setSourceSecret(company.contextOf('admin'), 'douyin', { name: 'other', value: 'x' })).rejects.toMatchObject({
      code: 'invalid-values',
    })
  })

  test('is not for consultants', async () => {
    await expect(findSourceHealth(company.contextOf('lina'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(findCaptures(company.contextOf('lina'), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('envelopes', () => {
  test('pages follow one another without gap or repeat', async () => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await findCaptures(company.contextOf('admin'), { source: 'meituan', ...(after ? { after } : {}) })
      seen.push(...page.captures.map((capture) => capture.id))
      after = page.next
    } while (after)
    const [{ count }] = (await company.workspace.db.query(
      `SELECT count(*)::int AS count FROM w.capture WHERE source_id = 'meituan'`,
    )) as [{ count: number }]
    expect(new Set(seen).size).toBe(count)
    expect(seen).toHaveLength(count)
    await expect(findCaptures(company.contextOf('admin'), { after: 'nonsense' })).rejects.toMatchObject({
      code: 'invalid-query',
    })
  })

  test('a refused one is kept with its reason, put right, and becomes a lead with an owner', async () => {
    const refused = await company.app.capture({
      sourceId: 'website',
      eventId: 'no-number',
      receivedAt: NOW,
      payload: { name: '孟女士', campus: must(company.ids.campuses['xianlin']), subject: 'zk-math' },
      actor: { kind: 'form', id: 'campus-xianlin' },
    })
    expect(refused.status).toBe('refused')
    const [entry] = (await findCaptures(company.contextOf('admin'), { status: 'refused' })).captures
    expect(entry).toMatchObject({ sourceId: 'website', reason: 'no-identity', preview: expect.stringContaining('孟女士') })
    const captured = await rerunRefused(company.contextOf('admin'), must(entry).id, { phone: '138 0013 8001' })
    expect(captured).toMatchObject({ status: 'stored' })
    expect((await findCaptures(company.contextOf('admin'), { status: 'refused' })).captures).toEqual([])
    await expect(rerunRefused(company.contextOf('admin'), must(entry).id, {})).rejects.toMatchObject({ code: 'not-found' })
  })

  test('what the platform writes itself cannot be put in by a correction', async () => {
    const refused = await company.app.capture({
      sourceId: 'website',
      eventId: 'again',
      receivedAt: NOW,
      payload: { name: '王先生' },
      actor: { kind: 'form', id: 'campus-xianlin' },
    })
    await expect(rerunRefused(company.contextOf('admin'), refused.captureId, { firstFollowUpAt: NOW })).rejects.toMatchObject({
      code: 'unknown-field',
    })
    await expect(
      rerunRefused(company.contextOf('admin'), refused.captureId, { owner: must(company.ids.users['lina']) }),
    ).rejects.toMatchObject({ code: 'unknown-field' })
  })

  test("a campus manager sees envelopes of that campus's leads, never another's", async () => {
    const stored = await company.app.capture({
      sourceId: 'website',
      eventId: 'binhu-lead',
      receivedAt: NOW,
      payload: { name: '滨湖客户', phone: '13900139002', campus: must(company.ids.campuses['binhu']) },
      actor: { kind: 'form', id: 'campus-binhu' },
    })
    expect(stored.status).toBe('stored')
    const idsFor = async (login: string) =>
      (await findCaptures(company.contextOf(login), { source: 'website', status: 'stored' })).captures.map(
        (capture) => capture.id,
      )
    expect(await idsFor('zhou')).toContain(stored.captureId)
    expect(await idsFor('xlboss')).not.toContain(stored.captureId)
  })
})
