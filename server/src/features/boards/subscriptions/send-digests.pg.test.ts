import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardCardSchema, CAMPUS_BOARD, must, type Locale } from '@jieli/core'
import { startWecomSimulator, type WecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../../testing/open-test-workspace.ts'
import { changeConfig } from '../../config/change-config.ts'
import { createDeliverNotices } from '../../notices/deliver-notices.ts'
import { findNotices } from '../../notices/find-notices.ts'
import { groupRecords } from '../../records/group-records.ts'
import { createBoard } from '../save-board.ts'
import { seedBoard } from '../seed-board.fixture.ts'
import { sendDueDigests } from './send-digests.ts'
import { getSubscription, subscribe, unsubscribe, type Subscription } from './subscriptions.ts'

/** Saturday afternoon in Shanghai. */
const NOW = '2026-11-21T07:30:00.000Z'
const daily: Subscription = { cadence: 'daily', weekday: null, at: '09:00', range: 'week', campusId: null }
let company: TestWorkspace
beforeAll(async () => {
  company = await openTestWorkspace({ now: NOW })
  await seedBoard(company, 120)
})
afterAll(() => company.close())

const zhou = () => company.contextOf('zhou')
const digests = async (login = 'zhou') =>
  (await findNotices(company.contextOf(login))).notices.filter(({ kind }) => kind === 'board-digest')
const dueOf = async (boardId = CAMPUS_BOARD): Promise<string> => must(await getSubscription(zhou(), boardId)).nextAt

describe('a digest on its way to WeCom', () => {
  const app = { corpId: 'ww0000000000000001', corpSecret: 'simulator-secret', agentId: 1_000_002 }
  let wecom: WecomSimulator
  beforeAll(async () => {
    wecom = await startWecomSimulator(app)
    await company.workspace.secrets.set('channel:wecom', 'corpSecret', app.corpSecret, company.clock.now())
    const settings = { corpId: app.corpId, agentId: app.agentId, baseUrl: wecom.url }
    await changeConfig(company.system(), [
      { kind: 'channel', id: 'wecom', item: { id: 'wecom', label: '企业微信', connector: 'wecom', enabled: true, settings } },
    ])
  })
  afterAll(async () => {
    await changeConfig(company.system(), [{ kind: 'channel', id: 'wecom', item: null }])
    await company.workspace.db.query('DELETE FROM w.delivery')
    await company.workspace.db.query('DELETE FROM w.notice')
    await wecom.stop()
    company.clock.set(NOW)
  })
  const arrivesIn = async (locale: Locale) => {
    wecom.clear()
    await subscribe(zhou(), CAMPUS_BOARD, daily, locale)
    company.clock.set(await dueOf())
    await sendDueDigests(company.workspace)
    await createDeliverNotices(company.workspace, { allowLoopback: true })()
    await unsubscribe(zhou(), CAMPUS_BOARD)
    expect(wecom.messages()).toHaveLength(1)
    return must(wecom.messages()[0])
  }

  it('is a card of figures that opens the board, with the way to get no more of them', async () => {
    const message = await arrivesIn('zh-CN')
    expect(message).toMatchObject({
      touser: ['zhou'],
      msgtype: 'template_card',
      title: expect.stringMatching(/^校区看板 · 11月\d+日$/),
      url: 'http://localhost:3000/board',
      links: [{ title: '停止订阅', url: 'http://localhost:3000/board?unsubscribe=campus' }],
    })
    expect(message.facts.length).toBeGreaterThan(3)
    expect(message.facts.map(({ name }) => name)).toContain('48h跟…')
  })

  it('speaks the language it was asked for in', async () => {
    const message = await arrivesIn('en')
    expect(message.title).toMatch(/^Campus board · Nov \d+$/)
    expect(message.links[0]?.title).toBe('Stop these')
    expect(JSON.stringify(message.facts)).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('a board that somebody subscribed to', () => {
  it('comes at its time, once, and is set for the next', async () => {
    await subscribe(zhou(), CAMPUS_BOARD, daily)
    const due = await dueOf()
    expect(await sendDueDigests(company.workspace)).toBe(0)
    company.clock.set(due)
    const other = await openSecondProcess(company)
    await Promise.all([sendDueDigests(company.workspace), sendDueDigests(other.workspace)])
    await other.close()
    const [digest, ...more] = await digests()
    expect(more).toEqual([])
    expect(digest).toMatchObject({ kind: 'board-digest', path: '/board' })
    expect(digest?.title).toMatch(/^校区看板 · 11月\d+日$/)
    const [stored] = await company.workspace.db.query<{ facts: { name: string; value: string }[] }>(
      `SELECT facts FROM w.notice WHERE kind = 'board-digest'`,
    )
    expect(stored?.facts.length).toBeGreaterThan(3)
    expect((await dueOf()) > due).toBe(true)
  })

  it('says what this reader may see at that moment', async () => {
    const card = boardCardSchema.parse({
      kind: 'query',
      id: 'leads',
      span: 1,
      title: { 'zh-CN': '全部线索' },
      chart: 'number',
      object: 'lead',
      measure: { fn: 'count' },
    })
    const { id } = await createBoard(zhou(), { label: { 'zh-CN': '我的' }, cards: [card], isOwn: true })
    await subscribe(zhou(), id, { ...daily, cadence: 'weekly', weekday: 2, at: '18:30' })
    company.clock.set(await dueOf(id))
    await sendDueDigests(company.workspace)
    const [stored] = await company.workspace.db.query<{ facts: unknown }>(`SELECT facts FROM w.notice WHERE path LIKE $1`, [
      `%${id}`,
    ])
    const [count] = await groupRecords(zhou(), { object: 'lead', groupBy: [], measures: [{ as: 'n', fn: 'count' }] })
    expect(stored?.facts).toEqual([{ name: '全部线索', value: String(count?.['n']) }])
  })

  it('no longer comes once it is stopped', async () => {
    await sendDueDigests(company.workspace)
    const before = (await digests()).length
    await unsubscribe(zhou(), CAMPUS_BOARD)
    company.clock.set('2026-12-05T02:00:00.000Z')
    await company.workspace.db.query('DELETE FROM w.board_subscription WHERE board_id <> $1', [CAMPUS_BOARD])
    expect(await sendDueDigests(company.workspace)).toBe(0)
    expect(await digests()).toHaveLength(before)
    expect(await getSubscription(zhou(), CAMPUS_BOARD)).toBeNull()
  })

  it('says nothing to who has left, and nothing of a board that is none of theirs', async () => {
    await subscribe(zhou(), CAMPUS_BOARD, daily)
    const before = (await digests()).length
    company.clock.set(await dueOf())
    await company.workspace.db.query('UPDATE w.board_subscription SET user_id = $1', [company.ids.users['lina']])
    expect(await sendDueDigests(company.workspace)).toBe(1)
    expect(await digests('lina')).toEqual([])
    expect(await digests()).toHaveLength(before)
    await company.workspace.db.query('UPDATE w.board_subscription SET user_id = $1', ['00000000-0000-7000-8000-000000000001'])
    company.clock.set('2026-12-20T02:00:00.000Z')
    expect(await sendDueDigests(company.workspace)).toBe(1)
    await expect(subscribe(company.contextOf('lina'), CAMPUS_BOARD, daily)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
