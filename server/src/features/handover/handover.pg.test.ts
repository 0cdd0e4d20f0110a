import { must } from '@jieli/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead, readStored } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { jobKinds } from '../long-jobs/job-kinds.ts'
import { readJob } from '../long-jobs/job-queries.ts'
import { stepNextJob } from '../long-jobs/step-job.ts'
import { applyChange, changeOne } from '../records/apply-change.ts'
import { deactivateUser } from '../users/update-user.ts'
import { findHoldings, previewHandover } from './find-handover.ts'
import { handoverInputSchema, type HandoverInput } from './handover-input.ts'
import { startHandover } from './start-handover.ts'
import { startUndo } from './undo-handover.ts'
import { findWaitingHandovers } from './waiting-handovers.ts'

let test: TestWorkspace
beforeEach(async () => {
  test = await openTestWorkspace({ accounts: true })
})
afterEach(() => test.close())

const idOf = (login: string): string => must(test.ids.users[login], login)
const admin = () => test.contextOf('admin')
const run = () => runDueJobs(test.workspace)
const step = () => stepNextJob(test.workspace, jobKinds)

const ask = (more: Partial<HandoverInput> = {}): HandoverInput =>
  handoverInputSchema.parse({ choices: {}, otherwise: idOf('hejiawen'), deactivate: true, ...more })
const start = (more: Partial<HandoverInput> = {}, login = 'lina') => startHandover(admin(), idOf(login), ask(more))

const leadsOf = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push(await buildLead(test))
  return ids
}
const create = async (object: string, values: Record<string, unknown>, login = 'lina'): Promise<string> =>
  (await changeOne(test.system(), object, { action: 'create', ownerId: idOf(login), values })).after.id
const ownerOf = async (object: string, id: string): Promise<string | null> => (await readStored(test, object, id)).ownerId
const holding = async (login: string): Promise<number> =>
  (await test.workspace.db.query<{ holding: number }>('SELECT holding FROM w.assignee WHERE user_id = $1', [idOf(login)]))[0]
    ?.holding ?? 0

describe('handing over', () => {
  it('divides customers evenly, and each with its tasks and orders goes to the same person', async () => {
    const leads = await leadsOf(7)
    const belongings = await Promise.all(
      leads.flatMap((lead) => [create('task', { lead, title: '回电' }), create('order', { lead })]),
    )
    const two = { to: 'people' as const, userIds: [idOf('wangshan'), idOf('gaoyuan')] }
    const { jobId } = await start({ choices: { lead: two, task: { to: 'customer' }, order: two } })
    await run()
    expect(await readJob(test.workspace.db, jobId)).toMatchObject({ status: 'done' })
    const owners = await Promise.all(leads.map((id) => ownerOf('lead', id)))
    expect(two.userIds.map((id) => owners.filter((owner) => owner === id).length)).toEqual([4, 3])
    for (const [index, owner] of owners.entries()) {
      expect(await ownerOf('task', must(belongings[index * 2]))).toBe(owner)
      expect(await ownerOf('order', must(belongings[index * 2 + 1]))).toBe(owner)
    }
    expect([await holding('lina'), await holding('wangshan'), await holding('gaoyuan')]).toEqual([0, 4, 3])
  })

  it('says why on each record, stops and starts the clocks, and tells each receiver once', async () => {
    const [lead] = await leadsOf(3)
    await start({ choices: { lead: { to: 'people', userIds: [idOf('wangshan')] } } })
    await run()
    const [event] = await test.workspace.db.query<{ data: unknown; actor_id: string }>(
      `SELECT data, actor_id FROM w.event WHERE kind = 'owner.changed' AND record_id = $1`,
      [lead],
    )
    expect(event).toEqual({
      actor_id: idOf('admin'),
      data: { from: idOf('lina'), to: idOf('wangshan'), reason: '离职交接，原负责人 李娜，经办 孟扬' },
    })
    const timers = await test.workspace.db.query(`SELECT 1 FROM w.timer WHERE record_id = $1 AND status = 'pending'`, [lead])
    const stopped = await test.workspace.db.query(`SELECT 1 FROM w.timer WHERE record_id = $1 AND status = 'stopped'`, [lead])
    expect(timers.length).toBe(stopped.length)
    const notices = await test.workspace.db.query<{ kind: string; title: string; path: string }>(
      `SELECT kind, title, path FROM w.notice WHERE user_id = $1`,
      [idOf('wangshan')],
    )
    expect(notices).toEqual([{ kind: 'handover', title: expect.stringContaining('交接给你'), path: '/today' }])
  })

  it('by rules decides anew with a reason that can be asked for, never for who leaves', async () => {
    const leads = await leadsOf(4)
    await start({ choices: { lead: { to: 'rules' } } })
    await run()
    for (const id of leads) {
      expect(await ownerOf('lead', id)).not.toBe(idOf('lina'))
      const decisions = await test.workspace.db.query('SELECT 1 FROM w.assignment_decision WHERE record_id = $1', [id])
      expect(decisions.length).toBeGreaterThan(0)
    }
  })

  it('to the queue leaves leads with nobody, in sight', async () => {
    const [lead] = await leadsOf(1)
    await start({ choices: { lead: { to: 'queue' } } })
    await run()
    expect(await readStored(test, 'lead', must(lead))).toMatchObject({ ownerId: null, values: { assignmentQueue: 'handover' } })
  })

  it('leaves what is over with who did it, unless asked for', async () => {
    const done = await create('task', { title: '做完了', doneAt: test.clock.now() })
    const open = await create('task', { title: '没做完' })
    await start()
    await run()
    expect([await ownerOf('task', done), await ownerOf('task', open)]).toEqual([idOf('lina'), idOf('hejiawen')])
  })

  it('of a manager gives the department to somebody, and rules that name them too', async () => {
    const rule = must(test.workspace.config.current.items('assignment-rule')[0])
    const naming = { ...rule, strategy: { name: 'fixed-person', settings: { userId: idOf('xlboss') } } }
    await changeConfig(test.system(), [{ kind: 'assignment-rule', id: rule.id, item: naming }])
    const holdings = await findHoldings(admin(), idOf('xlboss'))
    expect(holdings.parts).toContainEqual(expect.objectContaining({ key: 'department.manager', count: 1 }))
    expect(holdings.settings).toContainEqual(expect.objectContaining({ kind: 'assignment-rule', id: rule.id }))
    await start({ settingsTo: idOf('zhou'), otherwise: idOf('zhou') }, 'xlboss')
    await run()
    expect(test.workspace.config.current.item('assignment-rule', rule.id)?.strategy.settings).toEqual({ userId: idOf('zhou') })
    expect((await findHoldings(admin(), idOf('xlboss'))).parts.filter(({ isFinished }) => !isFinished)).toEqual([])
  })
})

describe('what happens meanwhile', () => {
  it('does not leave a lead that arrives in the middle', async () => {
    await leadsOf(3)
    const { jobId } = await start({ choices: { lead: { to: 'people', userIds: [idOf('wangshan')] } }, deactivate: false })
    await step()
    await step()
    const late = await buildLead(test)
    await run()
    expect(await readJob(test.workspace.db, jobId)).toMatchObject({ status: 'done' })
    expect(await ownerOf('lead', late)).toBe(idOf('wangshan'))
    expect(await holding('lina')).toBe(0)
  })

  it('waits for a door that is deciding in the very instant it would finish, and takes that lead along', async () => {
    await leadsOf(1)
    await start({ deactivate: false })
    await step()
    await step()
    let late = ''
    let finishing: Promise<unknown> = Promise.resolve()
    await test.workspace.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('assignment:' || current_database() || ':w.assignee', 0))`)
      finishing = run()
      const [applied] = await applyChange(test.system(), tx, {
        object: 'lead',
        operations: [
          { action: 'create', ownerId: idOf('lina'), values: { name: '晚到的', phone: '13911112222', source: 'website' } },
        ],
      })
      late = must(applied).after.id
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    await finishing
    await run()
    expect(await ownerOf('lead', late)).toBe(idOf('hejiawen'))
  })

  it('is taken up by another process where it stood, and nothing is done twice', async () => {
    const leads = await leadsOf(4)
    await start({ choices: { lead: { to: 'people', userIds: [idOf('wangshan'), idOf('gaoyuan')] } } })
    await step()
    // Killed within the next step: what it wrote is gone with its transaction.
    await test.workspace.db
      .transaction(async (tx) => {
        await tx.query('UPDATE w.handover_item SET receiver = NULL')
        throw new Error('killed')
      })
      .catch(() => undefined)
    const second = await openSecondProcess(test)
    await runDueJobs(second.workspace)
    await second.close()
    const events = await test.workspace.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM w.event WHERE kind = 'owner.changed' AND record_id = ANY($1::uuid[]) GROUP BY record_id`,
      [leads],
    )
    expect(events).toEqual(leads.map(() => ({ n: 1 })))
    expect([await holding('wangshan'), await holding('gaoyuan')]).toEqual([2, 2])
  })

  it('leaves alone what somebody moved on by hand', async () => {
    const [lead] = await leadsOf(2)
    await start({ deactivate: false })
    await step()
    await changeOne(test.system(), 'lead', { action: 'update', id: must(lead), ownerId: idOf('gaoyuan'), values: {} })
    await run()
    expect(await ownerOf('lead', must(lead))).toBe(idOf('gaoyuan'))
  })

  it('is one at a time for a person', async () => {
    await start()
    await expect(start()).rejects.toMatchObject({ code: 'handover-under-way' })
  })
})

describe('a preview', () => {
  it('is what then happens, and leaves nothing behind', async () => {
    const leads = await leadsOf(5)
    for (const lead of leads.slice(0, 2)) await create('task', { lead, title: '回电' })
    const input = ask({
      choices: { lead: { to: 'people', userIds: [idOf('wangshan'), idOf('gaoyuan')] }, task: { to: 'customer' } },
    })
    const shares = await previewHandover(admin(), idOf('lina'), input)
    expect(await test.workspace.db.query('SELECT 1 FROM w.handover')).toEqual([])
    await startHandover(admin(), idOf('lina'), input)
    await run()
    const moved = await test.workspace.db.query(
      `SELECT part, receiver AS "userId", count(*)::int AS count FROM w.handover_item WHERE status = 'moved' GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    )
    expect(shares).toEqual(moved)
  })
})

describe('taking it back', () => {
  it('gives back what nobody moved on since, rules too, once and for thirty days', async () => {
    const rule = must(test.workspace.config.current.items('assignment-rule')[0])
    const naming = { ...rule, pool: { ...rule.pool, users: [idOf('lina')] } }
    await changeConfig(test.system(), [{ kind: 'assignment-rule', id: rule.id, item: naming }])
    const [first, second] = await leadsOf(2)
    const { id } = await start({ settingsTo: idOf('wangshan') })
    await run()
    await changeOne(test.system(), 'lead', { action: 'update', id: must(second), ownerId: idOf('gaoyuan'), values: {} })
    expect((await findHoldings(admin(), idOf('lina'))).undoable).toMatchObject({ id })
    await startUndo(admin(), id)
    await run()
    expect([await ownerOf('lead', must(first)), await ownerOf('lead', must(second))]).toEqual([idOf('lina'), idOf('gaoyuan')])
    expect(test.workspace.config.current.item('assignment-rule', rule.id)?.pool.users).toEqual([idOf('lina')])
    await expect(startUndo(admin(), id)).rejects.toMatchObject({ code: 'handover-past-undo' })
  })

  it('is refused after thirty days', async () => {
    await leadsOf(1)
    const { id } = await start()
    await run()
    test.clock.set(addMinutes(test.clock.now(), 31 * 24 * 60))
    await expect(startUndo(admin(), id)).rejects.toMatchObject({ code: 'handover-past-undo' })
  })
})

describe('somebody who left without a handover', () => {
  it('is shown with a count until nothing is left, and those who must know are told', async () => {
    await leadsOf(3)
    await deactivateUser(admin(), idOf('lina'))
    const [waiting] = await findWaitingHandovers(admin())
    expect(waiting).toMatchObject({ userId: idOf('lina'), isUnderWay: false })
    expect(waiting?.records).toBeGreaterThanOrEqual(3)
    const told = await test.workspace.db.query<{ user_id: string }>(
      `SELECT user_id FROM w.notice WHERE kind = 'handover-waiting'`,
    )
    expect(told.map((row) => row.user_id).toSorted()).toEqual([idOf('admin'), idOf('xlboss')].toSorted())
    await start({ deactivate: false })
    await run()
    expect(await findWaitingHandovers(admin())).toEqual([])
  })

  it('comes up alike when a sync writes the record, not a page', async () => {
    await leadsOf(1)
    await changeOne(test.system(), 'user', { action: 'update', id: idOf('lina'), values: { active: false } })
    await test.workspace.directory.refresh()
    expect(await findWaitingHandovers(admin())).toHaveLength(1)
  })
})

describe('rights', () => {
  it('only those who manage people hand over, and nobody to somebody who has left or to the leaver', async () => {
    for (const login of ['lina', 'xlboss'])
      for (const refused of [
        startHandover(test.contextOf(login), idOf('wangshan'), ask()),
        previewHandover(test.contextOf(login), idOf('wangshan'), ask()),
        findHoldings(test.contextOf(login), idOf('wangshan')),
        findWaitingHandovers(test.contextOf(login)),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
    await expect(start({ otherwise: idOf('lina') })).rejects.toMatchObject({ code: 'invalid-values' })
    await deactivateUser(admin(), idOf('gaoyuan'))
    await expect(start({ choices: { lead: { to: 'people', userIds: [idOf('gaoyuan')] } } })).rejects.toMatchObject({
      code: 'invalid-values',
    })
    await expect(start({ choices: { task: { to: 'rules' } } })).rejects.toMatchObject({ code: 'invalid-values' })
  })
})
