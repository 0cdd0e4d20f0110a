import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf, children, must, type Expression, type ObjectRights, type Value } from '@jieli/core'
import { collect } from '../exports/collect.fixture.ts'
import { exportRecords, exportSchema } from '../exports/export-records.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addField } from '../objects/add-field.ts'
import { addObject } from '../objects/create-object.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { findRecords, getRecord } from './find-records.ts'
import { findTimeline } from './find-timeline.ts'
import { groupRecords } from './group-records.ts'

let test: TestWorkspace
let mine: string
let theirs: string
let event: string
const admin = (): Context => test.contextOf('admin')

const all: ObjectRights = { create: true, read: 'all', update: 'all', delete: 'all', fields: {}, otherFields: 'write' }

/** Sees every event, and of the leads her own. */
const lina = (leads: Partial<ObjectRights> = {}): Context => {
  const context = test.contextOf('lina')
  const lead: ObjectRights = { ...all, read: 'own', update: 'own', ...leads }
  const roles = [{ id: 'r', label: { 'zh-CN': 'r' }, abilities: [], objects: { happening: all, lead } }]
  return { ...context, access: accessOf({ userId: must(context.access.userId), departmentPath: null, roles }) }
}

beforeAll(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '活动' }, name: 'happening' })
  await addField(admin(), 'happening', {
    name: 'guests',
    label: { 'zh-CN': '来宾' },
    type: 'relations',
    settings: { object: 'lead' },
  })
  mine = await buildLead(test, { login: 'lina', values: { name: '王芳' } })
  theirs = await buildLead(test, { login: 'wangshan', values: { name: '李雷', phone: '13955550001' } })
  const made = await changeOne(admin(), 'happening', {
    action: 'create',
    values: { name: '开放日', guests: [theirs, { id: mine }] },
  })
  event = made.after.id
}, 120_000)
afterAll(() => test.close())

const guests = async (context: Context): Promise<Value | undefined> =>
  (await getRecord(context, 'happening', event)).record.values['guests']
const list = { field: 'guests' }
const found = async (context: Context, where: Expression): Promise<number> =>
  (await findRecords(context, { object: 'happening', where })).records.length
const write = (context: Context, ids: unknown) =>
  changeOne(context, 'happening', { action: 'update', id: event, values: { guests: ids } })

describe('a field that points to many records', () => {
  it('is kept in order, named and exported by titles', async () => {
    expect(await guests(admin())).toEqual([theirs, mine])
    const { refs } = await getRecord(admin(), 'happening', event)
    expect([refs[theirs], refs[mine]]).toEqual(['李雷', '王芳'])
    const wanted = { ...exportSchema.parse({ columns: ['name', 'guests'] }), object: 'happening', locale: 'zh-CN' as const }
    const { content } = await exportRecords(admin(), wanted)
    const file = Buffer.concat((await collect(content)).map((piece) => Buffer.from(piece))).toString('utf8')
    expect(file).toContain('李雷、王芳')
  })

  it('holds for a reader the records that are theirs to see: shown, counted and asked alike', async () => {
    expect(await guests(lina())).toEqual([mine])
    expect(await found(lina(), { call: 'includes', args: [list, { value: mine }] })).toBe(1)
    expect(await found(lina(), { call: 'includes', args: [list, { value: theirs }] })).toBe(0)
    expect(await found(admin(), { call: 'includes', args: [list, { value: theirs }] })).toBe(1)
    expect(await found(lina(), { call: 'includesAny', args: [list, { value: [theirs] }] })).toBe(0)
    expect(await found(lina(), { call: 'includesAny', args: [list, { value: [theirs, mine] }] })).toBe(1)
    expect(await found(lina(), { call: 'includesAll', args: [list, { value: [theirs, mine] }] })).toBe(0)
    expect(await found(lina(), { call: 'equals', args: [{ call: 'countOf', args: [list] }, { value: 1 }] })).toBe(1)
    const [row] = await groupRecords(lina(), {
      object: 'happening',
      groupBy: [],
      measures: [{ as: 'n', fn: 'sum', of: { call: 'countOf', args: [list] } }],
    })
    expect(row).toEqual({ n: 1 })
  })

  it('is empty to who may see none of them', async () => {
    const nobody = lina({ read: 'none', update: 'none' })
    expect(await guests(nobody)).toBeNull()
    expect(await found(nobody, { call: 'isEmpty', args: [list] })).toBe(1)
  })

  it('is asked from the other side as children', async () => {
    const asked = { object: 'lead', where: children('happening.guests', 'any'), select: ['name'] }
    expect((await findRecords(admin(), asked)).records).toHaveLength(2)
    expect((await findRecords(lina(), asked)).records).toHaveLength(1)
  })

  it('is not crossed as if it were one record, and no kept value may rest on it', async () => {
    await expect(findRecords(admin(), { object: 'happening', select: ['guests.name'] })).rejects.toMatchObject({
      code: 'unknown-field',
    })
    await expect(
      addField(admin(), 'happening', {
        name: 'heads',
        label: { 'zh-CN': '人数' },
        type: 'formula',
        settings: { expression: { call: 'countOf', args: [list] }, result: 'number' },
      }),
    ).rejects.toMatchObject({ code: expect.any(String) })
  })
})

describe('writing it', () => {
  it('keeps what the writer cannot see and refuses what is not theirs to see, as if it were not there', async () => {
    await write(lina(), null)
    expect(await guests(admin())).toEqual([theirs])
    await write(lina(), [mine])
    expect(await guests(admin())).toEqual([mine, theirs])
    const refused = { code: 'invalid-values', issues: [{ path: 'guests', code: 'no-such-record' }] }
    await expect(write(lina(), [mine, theirs])).rejects.toMatchObject(refused)
    await expect(write(lina(), ['01930000-0000-7000-8000-00000000dead'])).rejects.toMatchObject(refused)
    expect(await guests(admin())).toEqual([mine, theirs])
  })

  it('is told on the timeline by titles, without those that the reader may not know', async () => {
    const told = async (context: Context) =>
      (await findTimeline(context, { object: 'happening', id: event })).entries.flatMap(({ changes }) =>
        changes.filter(({ field }) => field === 'guests').map(({ before, after }) => `${before}→${after}`),
      )
    await write(admin(), [mine])
    await write(admin(), [mine, theirs])
    expect((await told(admin())).slice(0, 2)).toEqual(['王芳→王芳、李雷', '王芳、李雷→王芳'])
    expect((await told(lina())).filter((line) => line.includes('李雷'))).toEqual([])
  })

  it('leaves out a record in the bin and has it back with it', async () => {
    await changeOne(admin(), 'lead', { action: 'delete', id: theirs })
    expect(await guests(admin())).toEqual([mine])
    await write(admin(), [mine])
    await changeOne(admin(), 'lead', { action: 'restore', id: theirs })
    expect(await guests(admin())).toEqual([mine, theirs])
  })
})
