import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { createRandom, seedOf } from '@jieli/extensions/kit/seeded-random'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addField } from '../objects/add-field.ts'
import { createObject } from '../objects/create-object.ts'
import { changeOne } from '../records/apply-change.ts'
import { findImport } from './find-imports.ts'
import { planImport } from './plan-import.ts'
import { stageImport } from './stage-import.ts'
import { importsIdle, startImport, startSchema } from './start-import.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace()
  const admin = test.contextOf('admin')
  const badge = {
    name: 'badge',
    label: { 'zh-CN': '工牌' },
    titleField: 'name',
    fields: [
      { name: 'name', label: { 'zh-CN': '名称' }, type: 'text' },
      { name: 'code', label: { 'zh-CN': '卡号' }, type: 'text', unique: true },
      { name: 'seat', label: { 'zh-CN': '工位' }, type: 'number', settings: { scale: 0 }, unique: true },
    ],
  }
  await test.workspace.db.transaction((tx) => createObject(admin, tx, badge))
  await test.workspace.config.refresh()
  const role = must(test.workspace.config.current.item('role', 'admin'))
  const all = { create: true, read: 'all', update: 'all', delete: 'all', otherFields: 'write' } as const
  await changeConfig(admin, [{ kind: 'role', id: 'admin', item: { ...role, objects: { ...role.objects, badge: all } } }])
  await test.workspace.config.refresh()
  await test.workspace.directory.refresh()
  await addField(test.contextOf('admin'), 'lead', { name: 'card', label: { 'zh-CN': '学员卡号' }, type: 'text', unique: true })
  await runDueJobs(test.workspace)
})
afterAll(() => test.close())

const stage = (content: string, object = 'badge') =>
  stageImport(test.contextOf('admin'), {
    object,
    fileName: '工牌.csv',
    upload: Readable.from([Buffer.from(content)]),
    locale: 'zh-CN',
  })

/** What the plan says of a file and what then becomes of it, as far as both can say it: counts, and which rows first fail. */
const plannedAndDone = async (content: string, policy: object, object?: string) => {
  const preview = await stage(content, object)
  const mapping = Object.fromEntries(preview.columns.map((column) => [column.header, column.field]))
  const input = startSchema.parse({ mapping, policy })
  await planImport(test.contextOf('admin'), preview.id, input)
  const find = () => findImport(test.contextOf('admin'), preview.id)
  await expect.poll(async () => (await find()).plan?.isDone, { timeout: 30_000 }).toBe(true)
  const plan = must((await find()).plan)
  await startImport(test.contextOf('admin'), preview.id, input)
  await importsIdle(test.workspace)
  const { counts, status } = await find()
  const failed = await test.workspace.db.query<{ number: number; reason: string }>(
    `SELECT number, reason FROM w.import_row WHERE import_id = $1 AND status = 'failed' ORDER BY number LIMIT 50`,
    [preview.id],
  )
  const { undone: _, kept: __, ...done } = counts
  return {
    plan,
    planned: { ...plan.counts, failing: plan.problems.map(({ number }) => number) },
    done: { ...done, failing: failed.map(({ number }) => number) },
    reasons: failed.map(({ reason }) => reason),
    status,
  }
}

describe('values that may not repeat', () => {
  it('are looked for in the database, in the bin and further up in the file, and the plan says who has them', async () => {
    const create = (values: Record<string, string>) => changeOne(test.contextOf('admin'), 'badge', { action: 'create', values })
    await create({ name: '在用', code: 'A-1', seat: '1' })
    const gone = await create({ name: '已删', code: 'A-2', seat: '2' })
    await changeOne(test.contextOf('admin'), 'badge', { action: 'delete', id: gone.after.id })
    const content = '名称,卡号,工位\n甲,ａ-1,10\n乙,A-2,2\n丙,a-2,11\n丁,A-3,1\n戊,A-3,10\n己,A-4,\n庚,A-4,12\n辛,,12\n壬,,12\n'
    const { plan, planned, done } = await plannedAndDone(content, { duplicates: 'create' })
    // 甲 does not go in, so 戊 may have 10; 丁 does not, so 戊 may have A-3; 庚 does not, so 辛 may have 12.
    expect(done).toMatchObject({ created: 4, failed: 5, failing: [2, 4, 5, 8, 10] })
    expect(planned).toEqual(done)
    expect(plan.problems[0]?.reason).toContain('在用')
    expect(plan.reasons.map(({ count }) => count).toSorted()).toEqual([2, 3])
  })

  it.each([
    { duplicates: 'create' },
    { duplicates: 'skip', matchBy: 'name' },
    { duplicates: 'ask', matchBy: 'code' },
    { duplicates: 'update', matchBy: 'name' },
    { duplicates: 'update', matchBy: 'code' },
    { duplicates: 'update', matchBy: 'name', assign: 'none' },
  ])('come of a long file as planned, by %j', async (policy) => {
    const random = createRandom(seedOf(JSON.stringify(policy)))
    const among = (most: number) => random.integer(0, most - 1)
    const rows = Array.from({ length: 2_300 }, () => {
      const name = `人${among(1_500)}`
      return [name, among(4) > 0 ? `k-${among(1_500)}` : '', among(4) > 0 ? among(1_500) : ''].join(',')
    })
    const { planned, done, status } = await plannedAndDone(`名称,卡号,工位\n${rows.join('\n')}\n`, policy)
    expect(status).toBe('done')
    expect(done.failed).toBeGreaterThan(50)
    expect(planned).toEqual(done)
  })

  it.each([
    { assign: 'none' },
    { assign: 'rules' },
    { assign: 'none', duplicates: 'skip' },
    { assign: 'none', duplicates: 'update' },
  ])('that customers bring stay out if they are known and keep them out if not, as planned, by %j', async (policy) => {
    const random = createRandom(seedOf(JSON.stringify(policy)))
    const among = (most: number) => random.integer(0, most - 1)
    const rows = Array.from({ length: 1_100 }, () => {
      const phone = 13_600_000_000 + among(1_500)
      return [`客户${phone}`, phone, among(3) > 0 ? `k-${phone % 1_300}` : ''].join(',')
    })
    const { planned, done, status } = await plannedAndDone(`姓名,手机,学员卡号\n${rows.join('\n')}\n`, policy, 'lead')
    expect(status).toBe('done')
    expect(done.failed).toBeGreaterThan(10)
    expect(planned).toEqual(done)
  })

  it.each(['update', 'skip'])(
    'count customers whom the door knows by another key as touched, as planned, by %s',
    async (duplicates) => {
      const random = createRandom(seedOf('by card', duplicates))
      const first = duplicates === 'update' ? 13_500_000_000 : 13_400_000_000
      const known = Array.from({ length: 600 }, (_, index) => `老客户${index},${first + 2 * index}`)
      await plannedAndDone(`姓名,手机\n${known.join('\n')}\n`, { assign: 'none' }, 'lead')
      const rows = Array.from({ length: 2_300 }, () => {
        const number = random.integer(0, 1_499)
        return `客户${number},${first + number},by-${duplicates}-${number}`
      })
      const policy = { assign: 'none', duplicates, matchBy: 'card' }
      const { planned, done } = await plannedAndDone(`姓名,手机,学员卡号\n${rows.join('\n')}\n`, policy, 'lead')
      expect(done.touched).toBeGreaterThan(100)
      expect(planned).toEqual(done)
    },
  )
})
