import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { addField } from '../objects/add-field.ts'
import { createObject } from '../objects/create-object.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { answerImport, findAskedRows } from './answer-rows.ts'
import { findImport } from './find-imports.ts'
import { planImport } from './plan-import.ts'
import { stageImport } from './stage-import.ts'
import { importsIdle, startImport, startSchema } from './start-import.ts'
import { undoImport } from './undo-import.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace()
  const admin = test.contextOf('admin')
  const machine = {
    name: 'machine',
    label: { 'zh-CN': '设备' },
    titleField: 'serial',
    fields: [
      { name: 'serial', label: { 'zh-CN': '设备编号' }, type: 'text' },
      { name: 'place', label: { 'zh-CN': '放置地点' }, type: 'text' },
      { name: 'price', label: { 'zh-CN': '采购价' }, type: 'money' },
      { name: 'keeper', label: { 'zh-CN': '保管人' }, type: 'user' },
      { name: 'customer', label: { 'zh-CN': '客户' }, type: 'relation', settings: { object: 'lead' } },
      { name: 'stands', label: { 'zh-CN': '归属' }, type: 'any-relation', settings: { objects: ['lead', 'campus'] } },
    ],
  }
  await test.workspace.db.transaction((tx) => createObject(admin, tx, machine))
  await test.workspace.config.refresh()
  const role = must(test.workspace.config.current.item('role', 'admin'))
  const all = { create: true, read: 'all', update: 'all', delete: 'all', otherFields: 'write' } as const
  await changeConfig(test.contextOf('admin'), [
    { kind: 'role', id: 'admin', item: { ...role, objects: { ...role.objects, machine: all } } },
  ])
  await test.workspace.config.refresh()
  await test.workspace.directory.refresh()
})
afterAll(() => test.close())

const stage = (content: string, object = 'machine') =>
  stageImport(test.contextOf('admin'), {
    object,
    fileName: '设备.csv',
    upload: Readable.from([Buffer.from(content)]),
    locale: 'zh-CN',
  })
type Preview = Awaited<ReturnType<typeof stage>>
const inputOf = (preview: Preview, policy: object = {}) =>
  startSchema.parse({ mapping: Object.fromEntries(preview.columns.map((column) => [column.header, column.field])), policy })
const run = async (preview: Preview, policy: object = {}) => {
  await startImport(test.contextOf('admin'), preview.id, inputOf(preview, policy))
  await importsIdle(test.workspace)
  return findImport(test.contextOf('admin'), preview.id)
}
const planned = async (preview: Preview, policy: object = {}) => {
  await planImport(test.contextOf('admin'), preview.id, inputOf(preview, policy))
  await expect
    .poll(async () => (await findImport(test.contextOf('admin'), preview.id)).plan?.isDone, { timeout: 20_000 })
    .toBe(true)
  return must((await findImport(test.contextOf('admin'), preview.id)).plan)
}
const machines = async (serial: string) =>
  (
    await findRecords(test.contextOf('admin'), {
      object: 'machine',
      where: { call: 'equals', args: [{ field: 'serial' }, { value: serial }] },
    })
  ).records.map((record) => record.values)

it('fills an object that an admin made: colleagues by name or sign-in, customers by any spelling of their number', async () => {
  const lead = await changeOne(test.contextOf('admin'), 'lead', {
    action: 'create',
    values: { name: '钱女士', phone: '13911110001' },
  })
  const preview = await stage(
    '设备编号,放置地点,采购价,保管人,客户\nM-1,一楼,"¥1,200",lina,139 1111 0001\nM-2,二楼,八百,没有这个人,\n',
  )
  expect(await run(preview)).toMatchObject({ status: 'done', counts: { created: 2, failed: 0 } })
  expect(await machines('M-1')).toMatchObject([
    { place: '一楼', price: 1200, keeper: test.ids.users['lina'], customer: lead.after.id },
  ])
  expect(await machines('M-2')).toMatchObject([{ place: '二楼', price: null, keeper: null }])
})

it('finds what a link means: by the object and a name or number, by the link itself, or alone where only one is meant', async () => {
  const admin = test.contextOf('admin')
  const lead = await changeOne(admin, 'lead', { action: 'create', values: { name: '孙女士', phone: '13911110002' } })
  const place = await changeOne(admin, 'campus', { action: 'create', values: { name: '滨江校区' } })
  await changeOne(admin, 'lead', { action: 'create', values: { name: '滨江校区' } })
  const [customer, campus] = [`lead:${lead.after.id}`, `campus:${place.after.id}`]
  const cells = ['线索：孙女士', 'Lead: 139 1111 0002', customer, '校区:滨江校区', '孙女士', '滨江校区', '校区：孙女士']
  const preview = await stage(`设备编号,归属\n${cells.map((cell, index) => `L-${index},${cell}`).join('\n')}\n`)
  expect(await run(preview)).toMatchObject({ status: 'done', counts: { created: cells.length } })
  const found = await Promise.all(cells.map(async (_, index) => (await machines(`L-${index}`))[0]?.['stands']))
  expect(found).toEqual([customer, customer, customer, campus, customer, null, null])
})

it('updates by the field that was chosen; the file’s last word counts, blanks say nothing, and undo gives values back', async () => {
  await run(await stage('设备编号,放置地点,采购价\nU-1,一楼,100\nU-2,二楼,200\nU-3,三楼,300\n'))
  const again = await stage('设备编号,放置地点,采购价\nU-1,仓库,\nU-2,仓库,250\nU-2,门口,\nU-4,新的,\n')
  const policy = { duplicates: 'update', matchBy: 'serial' }
  expect((await planned(again, policy)).counts).toMatchObject({ created: 1, updated: 3, failed: 0 })
  expect(await run(again, policy)).toMatchObject({ counts: { created: 1, updated: 3, failed: 0 } })
  expect(await machines('U-1')).toMatchObject([{ place: '仓库', price: 100 }])
  const [second] = await machines('U-2')
  expect(second).toMatchObject({ place: '门口', price: 250 })
  const page = await findRecords(test.contextOf('admin'), { object: 'machine', search: undefined, limit: 100 })
  const edited = must(page.records.find((record) => record.values['serial'] === 'U-1'))
  await changeOne(test.contextOf('admin'), 'machine', { action: 'update', id: edited.id, values: { place: '又搬了' } })
  const undone = await undoImport(test.contextOf('admin'), again.id)
  expect(undone).toMatchObject({ undone: 1, reverted: 1, kept: { count: 1, records: [{ title: 'U-1' }] } })
  expect(undone.kept.records[0]?.last).toMatchObject({ at: expect.any(String), by: expect.any(String) })
  expect(await machines('U-2')).toMatchObject([{ place: '二楼', price: 200 }])
  expect(await machines('U-4')).toEqual([])
})

it('asks about rows that are here already, and does what is answered, row by row or for all', async () => {
  await run(await stage('设备编号,放置地点\nA-1,一楼\nA-2,二楼\nA-3,三楼\n'))
  const again = await stage('设备编号,放置地点\nA-1,甲\nA-2,乙\nA-3,丙\nA-4,丁\nA-4,戊\n')
  const policy = { duplicates: 'ask', matchBy: 'serial' }
  expect((await planned(again, policy)).counts).toMatchObject({ created: 1, asked: 4 })
  expect(await run(again, policy)).toMatchObject({ status: 'done', done: 5, counts: { created: 1, asked: 4 } })
  const { rows } = await findAskedRows(test.contextOf('admin'), again.id, 0)
  expect(rows.map((row) => [row.number, row.cells, row.record?.title ?? null])).toEqual([
    [2, ['A-1', '甲'], 'A-1'],
    [3, ['A-2', '乙'], 'A-2'],
    [4, ['A-3', '丙'], 'A-3'],
    [6, ['A-4', '戊'], null],
  ])
  await answerImport(test.contextOf('admin'), again.id, { answer: 'update', rows: [2, 6] })
  await importsIdle(test.workspace)
  await answerImport(test.contextOf('admin'), again.id, { answer: 'skip' })
  await importsIdle(test.workspace)
  expect(await findImport(test.contextOf('admin'), again.id)).toMatchObject({
    status: 'done',
    done: 5,
    counts: { created: 1, updated: 2, skipped: 2, asked: 0 },
  })
  expect((await machines('A-1'))[0]?.['place']).toBe('甲')
  expect((await machines('A-2'))[0]?.['place']).toBe('二楼')
  expect((await machines('A-4'))[0]?.['place']).toBe('戊')
})

it('refuses to guess when a key means several records, and makes another record when told to', async () => {
  const twice = '设备编号,放置地点\nT-1,一楼\n'
  await run(await stage(twice), { duplicates: 'create' })
  await run(await stage(twice), { duplicates: 'create' })
  expect(await machines('T-1')).toHaveLength(2)
  const preview = await stage('设备编号,放置地点\nT-1,哪一个\n')
  const policy = { duplicates: 'update', matchBy: 'serial' }
  expect((await planned(preview, policy)).counts).toMatchObject({ failed: 1, updated: 0 })
  expect(await run(preview, policy)).toMatchObject({ counts: { failed: 1 } })
  const leads = await stage('姓名,手机\n甲,13911119999\n', 'lead')
  await expect(startImport(test.contextOf('admin'), leads.id, inputOf(leads, { duplicates: 'create' }))).rejects.toMatchObject({
    code: 'invalid-values',
  })
})

it('counts the whole file before anything is written, the same as what then happens', async () => {
  const lines = Array.from({ length: 2_300 }, (_, index) => {
    const phone = index % 50 === 0 ? '123' : String(13_600_000_000 + (index % 20 === 7 ? index - 1 : index))
    return `客户${index},${phone},${index % 7 === 0 ? '大五' : '初三'}`
  })
  const preview = await stage(`姓名,手机,年级\n${lines.join('\n')}\n`, 'lead')
  const plan = await planned(preview, { assign: 'none' })
  expect(plan).toMatchObject({ checked: 2_300, isDone: true })
  expect(plan.problems[0]).toMatchObject({ number: 2, reason: expect.stringContaining('手机号') })
  const done = await run(preview, { assign: 'none' })
  expect(done.counts).toMatchObject({
    created: plan.counts.created,
    touched: plan.counts.touched,
    failed: plan.counts.failed,
  })
})

it('goes by a value that may not repeat: to update, to refuse rows one by one, to find what a cell means', async () => {
  const admin = test.contextOf('admin')
  const card = {
    name: 'card',
    label: { 'zh-CN': '门卡' },
    titleField: 'name',
    fields: [
      { name: 'name', label: { 'zh-CN': '名称' }, type: 'text' },
      { name: 'code', label: { 'zh-CN': '卡号' }, type: 'text', unique: true },
      { name: 'partner', label: { 'zh-CN': '副卡' }, type: 'relation', settings: { object: 'card' } },
    ],
  }
  await test.workspace.db.transaction((tx) => createObject(admin, tx, card))
  await test.workspace.config.refresh()
  const role = must(test.workspace.config.current.item('role', 'admin'))
  const all = { create: true, read: 'all', update: 'all', delete: 'all', otherFields: 'write' } as const
  await changeConfig(admin, [{ kind: 'role', id: 'admin', item: { ...role, objects: { ...role.objects, card: all } } }])
  await test.workspace.directory.refresh()
  const first = await stage('名称,卡号\n甲,K-1\n乙,k-1\n丙,K-2\n', 'card')
  expect(first.choices.unique).toEqual(['code'])
  expect(await run(first, { duplicates: 'create' })).toMatchObject({ counts: { created: 2, failed: 1 } })
  const errors = await test.workspace.db.query<{ reason: string }>(
    'SELECT reason FROM w.import_row WHERE import_id = $1 AND status = $2',
    [first.id, 'failed'],
  )
  expect(JSON.parse(must(errors[0]).reason)).toMatchObject([{ path: 'code', code: 'taken' }])
  const second = await stage('名称,卡号,副卡\n甲二,Ｋ-1,K-2\n丁,K-4,k-1\n', 'card')
  const policy = { duplicates: 'update', matchBy: 'code' }
  expect((await planned(second, policy)).counts).toMatchObject({ created: 1, updated: 1, failed: 0 })
  expect(await run(second, policy)).toMatchObject({ counts: { created: 1, updated: 1, failed: 0 } })
  const page = await findRecords(test.contextOf('admin'), { object: 'card', sort: [{ field: 'code', direction: 'asc' }] })
  const idOf = (name: string) => page.records.find(({ values }) => values['name'] === name)?.id
  expect(page.records.map(({ values }) => [values['name'], values['partner']])).toEqual(
    expect.arrayContaining([
      ['甲二', idOf('丙')],
      ['丁', idOf('甲二')],
    ]),
  )
})

it('ends a long file well where a field of the object has no column, because it is reckoned at every read', async () => {
  await addField(test.contextOf('admin'), 'machine', {
    name: 'seenOn',
    label: { 'zh-CN': '查看日' },
    type: 'formula',
    settings: { expression: call('today'), result: 'date' },
  })
  await test.workspace.config.refresh()
  const rows = Array.from({ length: 2_100 }, (_, index) => `L-${index},一楼`)
  expect(await run(await stage(`设备编号,放置地点\n${rows.join('\n')}\n`))).toMatchObject({
    status: 'done',
    counts: { created: 2_100 },
  })
  const [freshened] = await test.workspace.db.query<{ columns: number }>(
    `SELECT count(*)::int AS columns FROM pg_stats WHERE schemaname = $1 AND tablename = $2`,
    [test.workspace.db.schema, test.workspace.config.current.objects.get('machine')?.table],
  )
  expect(freshened?.columns).toBeGreaterThan(0)
})

it('leaves nothing behind of a file that turns out to be broken far down', async () => {
  const rows = Array.from({ length: 6_010 }, (_, index) => `B-${index},一楼`)
  await expect(stage(`设备编号,放置地点\n${rows.join('\n')}\nB-X,"没有结尾`)).rejects.toMatchObject({ code: 'unreadable-file' })
  const left = () =>
    test.workspace.db.query(
      `SELECT 1 FROM w.import_row r WHERE NOT EXISTS (SELECT 1 FROM w.import i WHERE i.id = r.import_id) LIMIT 1`,
    )
  // Whatever was on its way then has come by now.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await left()).toEqual([])
})
