import { must, unpackExplanation, type StoredExplanation } from '@jieli/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTestWorkspace, openSecondProcess, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { captureAll, Intake } from './intake.ts'
import { processWaiting, rerunCapture } from './rerun-captures.ts'
import type { Captured, Submission } from './submission.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

let events = 0
const submission = (payload: Record<string, unknown>, more: Partial<Submission> = {}): Submission => ({
  sourceId: 'website',
  eventId: `event-${events++}`,
  receivedAt: test.clock.now(),
  payload,
  actor: { kind: 'form', id: 'website' },
  ...more,
})

const countLeads = async (): Promise<number> => {
  const table = test.workspace.config.current.objects.get('lead')?.table
  const [row] = await test.workspace.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM w.${table} WHERE deleted_at IS NULL`,
  )
  return row?.count ?? 0
}

describe('one customer is one record', () => {
  it('makes one lead with fifty touches of fifty simultaneous submissions in six spellings through three doors of two processes', async () => {
    const second = await openSecondProcess(test)
    const before = await countLeads()
    const spellings = [
      '13812345678',
      '+86 138-1234-5678',
      '138 1234 5678',
      '１３８１２３４５６７８',
      '008613812345678',
      '(86)138.1234.5678',
    ]
    const doors = ['website', 'douyin', 'import']
    const intakes = [new Intake(test.workspace), new Intake(second.workspace)]
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const phone = spellings[index % spellings.length]
        const sourceId = doors[index % doors.length] ?? 'website'
        return must(intakes[index % 2]).capture(
          submission(sourceId === 'douyin' ? { telephone: phone } : { phone }, { sourceId }),
        )
      }),
    )
    await second.close()
    const ids = new Set(results.map((one) => (one?.status === 'refused' ? one.reason : one?.recordId)))
    expect(ids.size).toBe(1)
    expect(await countLeads()).toBe(before + 1)
    expect(results.filter((one) => one?.status === 'stored')).toHaveLength(1)
    const [id] = [...ids] as [string]
    const [row] = await test.workspace.db.query<{ touches: number }>(
      'SELECT count(*)::int AS touches FROM w.capture WHERE record_id = $1',
      [id],
    )
    expect(row?.touches).toBe(50)
    const touchColumn = test.workspace.config.current.objects.get('lead')?.fields.get('touchCount')?.column
    const [lead] = await test.workspace.db.query<{ count: number }>(
      `SELECT ${touchColumn}::int AS count FROM w.${test.workspace.config.current.objects.get('lead')?.table} WHERE id = $1`,
      [id],
    )
    expect(lead?.count).toBe(50)
  })

  it('brings submissions of one batch together that share a key only through a third', async () => {
    const [a, b, c] = (await captureAll(test.system(), [
      submission({ phone: '13900000001' }),
      submission({ wechat: 'lin_mama_88' }),
      submission({ phone: '13900000001', wechat: 'lin_mama_88' }),
    ])) as [Captured, Captured, Captured]
    expect(new Set([a, b, c].map((one) => (one.status === 'refused' ? '' : one.recordId))).size).toBe(1)
    const [later] = await captureAll(test.system(), [submission({ wechat: 'LIN_mama_88' })])
    expect(later).toMatchObject({ status: 'touched', recordId: (a as { recordId: string }).recordId })
  })

  it('adds a new key of a known customer to that customer', async () => {
    const [first] = await captureAll(test.system(), [submission({ phone: '13900000002' })])
    const [second] = await captureAll(test.system(), [submission({ phone: '13900000002', wechat: 'second_key' })])
    const [third] = await captureAll(test.system(), [submission({ wechat: 'second_key' })])
    const id = (first as { recordId: string }).recordId
    expect(second).toMatchObject({ status: 'touched', recordId: id })
    expect(third).toMatchObject({ status: 'touched', recordId: id })
  })

  it('fills blanks of a known customer and overwrites nothing', async () => {
    const [first] = await captureAll(test.system(), [submission({ phone: '13900000003', name: '陈女士' })])
    await captureAll(test.system(), [submission({ phone: '13900000003', name: '陈妈妈', studentName: '小宇' })])
    const info = test.workspace.config.current.objects.get('lead')
    const [row] = await test.workspace.db.query(
      `SELECT ${info?.fields.get('name')?.column} AS name, ${info?.fields.get('studentName')?.column} AS student FROM w.${info?.table} WHERE id = $1`,
      [(first as { recordId: string }).recordId],
    )
    expect(row).toEqual({ name: '陈女士', student: '小宇' })
  })
})

describe('nothing is lost, nothing is done twice', () => {
  it('answers a second delivery of an event as the first and stores it once', async () => {
    const one = submission({ phone: '13900000010' }, { eventId: 'twice' })
    const [first] = await captureAll(test.system(), [one])
    const before = await countLeads()
    const intake = new Intake(test.workspace)
    const again = await Promise.all(Array.from({ length: 10 }, () => intake.capture(one)))
    expect(
      again.every(
        (captured) =>
          captured.repeat && captured.status !== 'refused' && captured.recordId === (first as { recordId: string }).recordId,
      ),
    ).toBe(true)
    expect(await countLeads()).toBe(before)
  })

  it('answers an event that two processes take at the same instant, and stores it once', async () => {
    const second = await openSecondProcess(test)
    const before = await countLeads()
    for (let index = 0; index < 5; index++) {
      const one = submission({ phone: `1390000003${index}` }, { eventId: `raced-${index}` })
      const answers = await Promise.all(
        [test.workspace, second.workspace].map((workspace) => new Intake(workspace).capture(one)),
      )
      expect(answers.map(({ status }) => status)).toEqual(['stored', 'stored'])
      expect(answers.filter(({ repeat }) => repeat)).toHaveLength(1)
    }
    await second.close()
    expect(await countLeads()).toBe(before + 5)
  })

  it('is idle only when batches that overlapped are durable, and one customer among them is one record', async () => {
    const intake = new Intake(test.workspace)
    const before = await countLeads()
    const answers: Promise<unknown>[] = []
    for (let index = 0; index < 40; index++) {
      answers.push(intake.capture(submission({ phone: `139000004${String(index % 20).padStart(2, '0')}` })))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await intake.idle()
    expect(await countLeads()).toBe(before + 20)
    expect(await Promise.all(answers)).toHaveLength(40)
  })

  it('keeps nothing aside while the database is away: its sender comes again and it is stored once', async () => {
    const intake = new Intake(test.workspace)
    const one = submission({ name: '断线', phone: '13700001111' })
    const away = vi
      .spyOn(test.workspace.db, 'transaction')
      .mockRejectedValueOnce(new Error('Connection terminated unexpectedly'))
    await expect(intake.capture(one)).rejects.toMatchObject({ code: 'not-ready' })
    away.mockRestore()
    const kept = () =>
      test.workspace.db.query<{ status: string }>('SELECT status FROM w.capture WHERE event_id = $1', [one.eventId])
    expect(await kept()).toEqual([])
    expect(await intake.capture(one)).toMatchObject({ status: 'stored', repeat: false })
    expect(await kept()).toEqual([{ status: 'stored' }])
  })

  it('keeps a refused submission with its reason and stores it when it is run again with a number', async () => {
    const [refused] = await captureAll(test.system(), [submission({ name: '没留电话', phone: '12' })])
    expect(refused).toMatchObject({ status: 'refused', reason: 'invalid-identity' })
    const rerun = await rerunCapture(test.system(), refused?.captureId ?? '', { phone: '13900000011' })
    expect(rerun).toMatchObject({ status: 'stored' })
    expect(await rerunCapture(test.system(), refused?.captureId ?? '', {})).toBeNull()
  })

  it('takes up envelopes that were stored but not processed', async () => {
    await test.workspace.db.query(
      `INSERT INTO w.capture (id, source_id, event_id, received_at, payload, actor_kind, actor_id, status) VALUES ('0190aaaa-0000-7000-8000-000000000001', 'website', 'left-behind', $1, '{"phone":"13900000012"}', 'form', 'website', 'received')`,
      [test.clock.now()],
    )
    expect(await processWaiting(test.system())).toBe(1)
    const [row] = await test.workspace.db.query<{ status: string }>(
      `SELECT status FROM w.capture WHERE event_id = 'left-behind'`,
    )
    expect(row?.status).toBe('stored')
  })

  it('answers each sender of a batch for itself when one submission cannot be processed', async () => {
    const intake = new Intake(test.workspace)
    const results = await Promise.all([
      intake.capture(submission({ phone: '13900000020' })),
      // A payload that PostgreSQL's jsonb refuses: the batch fails, the others must not.
      intake.capture(submission({ phone: '13900000021', note: 'a\u0000b' })).catch((error: unknown) => error),
      intake.capture(submission({ phone: '13900000022' })),
    ])
    expect(results[0]).toMatchObject({ status: 'stored' })
    expect(results[2]).toMatchObject({ status: 'stored' })
  })
})

describe('assignment holds under concurrency', () => {
  it('shares leads of two processes evenly and never over a cap, with counters that equal a recount', async () => {
    const second = await openSecondProcess(test)
    const intakes = [new Intake(test.workspace), new Intake(second.workspace)]
    const campus = test.ids.campuses['binhu']
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        must(intakes[index % 2]).capture(
          submission({ phone: `1370000${String(index).padStart(4, '0')}`, campus, subject: 'zk-math' }),
        ),
      ),
    )
    await second.close()
    const owners = results.map((one) => (one && one.status !== 'refused' ? one.ownerId : null))
    const gao = owners.filter((id) => id === test.ids.users['gaoyuan']).length
    const lin = owners.filter((id) => id === test.ids.users['linruoxi']).length
    expect(gao + lin).toBe(60)
    expect(Math.abs(gao - lin)).toBeLessThanOrEqual(1)
    const table = test.workspace.config.current.objects.get('lead')?.table
    const wrong = await test.workspace.db.query(
      `SELECT a.user_id FROM w.assignee a FULL JOIN (SELECT owner_id, count(*)::int AS open FROM w.${table} WHERE deleted_at IS NULL AND owner_id IS NOT NULL GROUP BY 1) l ON l.owner_id = a.user_id
       WHERE coalesce(a.holding, 0) <> coalesce(l.open, 0)`,
    )
    expect(wrong).toEqual([])
  })

  it('stores the whole explanation with every candidate', async () => {
    const [captured] = await captureAll(test.system(), [
      submission({ phone: '13600000001', campus: test.ids.campuses['xianlin'], subject: 'zk-math' }),
    ])
    const [row] = await test.workspace.db.query<{ explanation: StoredExplanation }>(
      'SELECT explanation FROM w.assignment_decision WHERE record_id = $1',
      [(captured as { recordId: string }).recordId],
    )
    const explanation = unpackExplanation(must(row).explanation)
    const deciding = explanation.rules.at(-1)
    expect(deciding?.verdict).toBe('matched')
    expect(deciding?.candidates.map((one) => one.userId).toSorted()).toEqual(
      ['lina', 'wangshan', 'hejiawen'].map((login) => test.ids.users[login]).toSorted(),
    )
    expect(deciding?.candidates.filter((one) => one.reason === 'won').map((one) => one.userId)).toEqual([explanation.winnerId])
  })

  it('puts a lead nobody can take into the queue and tells the manager of its campus', async () => {
    const rule = test.workspace.config.current.items('assignment-rule')
    expect(rule.length).toBeGreaterThan(0)
    const night = await openTestWorkspace()
    for (const login of ['lina', 'wangshan', 'hejiawen', 'gaoyuan', 'linruoxi']) {
      const { changeOne } = await import('../records/apply-change.ts')
      await changeOne(night.system(), 'user', { action: 'update', id: night.ids.users[login] ?? '', values: { active: false } })
    }
    await night.workspace.directory.refresh()
    const [captured] = await captureAll(night.system(), [
      submission({ phone: '13600000002', campus: night.ids.campuses['xianlin'] }),
    ])
    expect(captured).toMatchObject({ status: 'stored', ownerId: null })
    const notices = await night.workspace.db.query<{ user_id: string; kind: string }>('SELECT user_id, kind FROM w.notice')
    expect(notices).toEqual([{ user_id: night.ids.users['xlboss'], kind: 'queue-waiting' }])
    await night.close()
  })
})
