import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accessOf,
  boardCardSchema,
  children,
  must,
  writeLink,
  type Expression,
  type ObjectRights,
  type Value,
} from '@jieli/core'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { collect } from '../exports/collect.fixture.ts'
import { exportRecords, exportSchema } from '../exports/export-records.ts'
import { findCards } from '../boards/cards/find-cards.ts'
import { addField, updateField } from '../objects/add-field.ts'
import { addObject } from '../objects/create-object.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { findRecords, getRecord } from './find-records.ts'
import { findTimeline } from './find-timeline.ts'
import { groupRecords } from './group-records.ts'
import { includeRecords } from './include-records.ts'
import { restoreValue } from './restore-value.ts'

let test: TestWorkspace
let mine: string
let theirs: string
let campus: string
/** Notes about my lead, their lead, a campus and nothing. */
let notes: Record<'mine' | 'theirs' | 'campus' | 'nothing', string>
const admin = (): Context => test.contextOf('admin')

const all: ObjectRights = { create: true, read: 'all', update: 'all', delete: 'all', fields: {}, otherFields: 'write' }
const none: ObjectRights = { ...all, create: false, read: 'none', update: 'none', delete: 'none' }

/** Sees every note, of the leads her own, and no campus. */
const lina = (more: Record<string, ObjectRights> = {}): Context => {
  const context = test.contextOf('lina')
  const objects = { remark: all, lead: { ...all, read: 'own' as const, update: 'own' as const }, campus: none, ...more }
  const roles = [{ id: 'r', label: { 'zh-CN': 'r' }, abilities: ['see-boards' as const], objects }]
  return { ...context, access: accessOf({ userId: must(context.access.userId), departmentPath: null, roles }) }
}

const link = (object: string, id: string): string => writeLink({ object, id })

const makeNote = async (about: unknown): Promise<string> =>
  (await changeOne(admin(), 'remark', { action: 'create', values: { name: '记一笔', about } })).after.id

beforeAll(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '记录' }, name: 'remark' })
  await addField(admin(), 'remark', {
    name: 'about',
    label: { 'zh-CN': '关于' },
    type: 'any-relation',
    settings: { objects: ['lead', 'campus'] },
  })
  mine = await buildLead(test, { login: 'lina', values: { name: '王芳' } })
  theirs = await buildLead(test, { login: 'wangshan', values: { name: '李雷', phone: '13955550001' } })
  campus = must(Object.values(test.ids.campuses)[0])
  notes = {
    mine: await makeNote(link('lead', mine)),
    theirs: await makeNote({ object: 'lead', id: theirs }),
    campus: await makeNote(link('campus', campus)),
    nothing: await makeNote(null),
  }
}, 120_000)
afterAll(() => test.close())

const about = { field: 'about' }
const aboutOf = async (context: Context, note: keyof typeof notes): Promise<Value | undefined> =>
  (await getRecord(context, 'remark', notes[note])).record.values['about']
const found = async (context: Context, where: Expression): Promise<string[]> => {
  const { records } = await findRecords(context, { object: 'remark', where })
  return Object.entries(notes).flatMap(([name, id]) => (records.some((record) => record.id === id) ? [name] : []))
}
const call = (name: string, ...values: Value[]): Expression => ({
  call: name,
  args: [about, ...values.map((value) => ({ value }))],
})
const write = (context: Context, note: keyof typeof notes, value: unknown) =>
  changeOne(context, 'remark', { action: 'update', id: notes[note], values: { about: value } })

describe('a field that points to a record of one of several objects', () => {
  it('is kept with its object, named with one query an object, and exported as text', async () => {
    expect(await aboutOf(admin(), 'theirs')).toBe(link('lead', theirs))
    const page = await findRecords(admin(), { object: 'remark' })
    expect(page.refs).toMatchObject({ [link('lead', mine)]: '王芳', [link('lead', theirs)]: '李雷' })
    expect(page.refs[link('campus', campus)]).not.toBe('')
    const included = await includeRecords(admin(), 'remark', page.records, ['about'])
    expect(Object.keys(included['lead'] ?? {}).toSorted()).toEqual([mine, theirs].toSorted())
    expect(Object.keys(included['campus'] ?? {})).toEqual([campus])
    const wanted = { ...exportSchema.parse({ columns: ['name', 'about'] }), object: 'remark', locale: 'zh-CN' as const }
    const { content } = await exportRecords(admin(), wanted)
    const file = Buffer.concat((await collect(content)).map((piece) => Buffer.from(piece))).toString('utf8')
    expect(file).toContain('线索：李雷')
    expect(file).toContain(`校区：${page.refs[link('campus', campus)]}`)
  })

  it('is asked whether it is there, which record it is, and of which object', async () => {
    expect(await found(admin(), call('isEmpty'))).toEqual(['nothing'])
    expect(await found(admin(), call('isNotEmpty'))).toEqual(['mine', 'theirs', 'campus'])
    expect(await found(admin(), call('equals', link('lead', mine)))).toEqual(['mine'])
    expect(await found(admin(), call('isOneOf', [link('lead', mine), link('campus', campus)]))).toEqual(['mine', 'campus'])
    expect(await found(admin(), call('isOfObject', 'lead'))).toEqual(['mine', 'theirs'])
    expect(await found(admin(), { call: 'not', args: [call('isOfObject', 'lead')] })).toEqual(['campus', 'nothing'])
  })

  it('is for a reader nothing where it leads to what they may not see: shown, asked, sorted and counted alike', async () => {
    expect(await aboutOf(lina(), 'mine')).toBe(link('lead', mine))
    expect([await aboutOf(lina(), 'theirs'), await aboutOf(lina(), 'campus')]).toEqual([null, null])
    expect(await found(lina(), call('isEmpty'))).toEqual(['theirs', 'campus', 'nothing'])
    expect(await found(lina(), call('equals', link('lead', theirs)))).toEqual([])
    expect(await found(lina(), call('notEquals', link('lead', mine)))).toEqual([])
    expect(await found(lina(), call('isOfObject', 'campus'))).toEqual([])
    expect(await found(lina(), call('isOfObject', 'lead'))).toEqual(['mine'])
    expect(await found(lina(), call('startsWith', 'campus'))).toEqual([])
    const groups = await groupRecords(lina(), {
      object: 'remark',
      groupBy: [{ as: 'about', of: about }],
      measures: [{ as: 'n', fn: 'count' }],
    })
    expect(groups.toSorted((a, b) => Number(a['n']) - Number(b['n']))).toEqual([
      { about: link('lead', mine), n: 1 },
      { about: null, n: 3 },
    ])
    const sort = [{ field: 'about', direction: 'asc' as const }]
    const { records, refs, next } = await findRecords(lina(), { object: 'remark', sort, limit: 1 })
    expect(records.map(({ id }) => id)).toEqual([notes.mine])
    expect(refs).not.toHaveProperty(link('lead', theirs))
    expect((await findRecords(lina(), { object: 'remark', sort, after: must(next) })).records).toHaveLength(3)
  })

  it('groups a card of a board by the records that its reader may know, each by name and open to its own', async () => {
    const card = boardCardSchema.parse({
      kind: 'query',
      id: 'one',
      span: 1,
      title: { 'zh-CN': '一张' },
      chart: 'bar',
      object: 'remark',
      measure: { fn: 'count' },
      groupBy: [{ field: 'about' }],
    })
    const { cards, titles } = await findCards(lina(), [card], { range: 'month' })
    const [shown] = cards
    const groups = shown?.state === 'shown' ? shown.groups : []
    expect(new Map(groups.map(({ keys, value }) => [keys[0], value]))).toEqual(
      new Map([
        [link('lead', mine), 1],
        [null, 3],
      ]),
    )
    expect(titles).toEqual({ [link('lead', mine)]: '王芳' })
    const behind = must(groups.find(({ keys }) => keys[0] !== null)).query
    expect((await findRecords(lina(), behind)).records.map(({ id }) => id)).toEqual([notes.mine])
  })

  it('is asked from the other side as children, of the record’s own object only', async () => {
    const asked = { object: 'lead', where: children('remark.about', 'any'), select: ['name'] }
    expect((await findRecords(admin(), asked)).records).toHaveLength(2)
    expect((await findRecords(lina(), asked)).records).toHaveLength(1)
    const places = { object: 'campus', where: children('remark.about', 'any'), select: ['name'] }
    expect((await findRecords(admin(), places)).records.map(({ id }) => id)).toEqual([campus])
    const contacts = findRecords(admin(), { object: 'contact', where: children('remark.about', 'any'), select: ['name'] })
    await expect(contacts).rejects.toMatchObject({ code: 'unknown-field' })
  })

  it('is no way to fields of the other side, and no kept value may rest on it', async () => {
    const crossed = findRecords(admin(), { object: 'remark', select: ['about.name'] })
    await expect(crossed).rejects.toMatchObject({ code: 'unknown-field' })
    const kept = { name: 'kept', label: { 'zh-CN': '算' }, type: 'formula' }
    const isOfLead = { expression: call('isOfObject', 'lead'), result: 'boolean' }
    await expect(addField(admin(), 'remark', { ...kept, settings: isOfLead })).rejects.toMatchObject({
      code: expect.any(String),
    })
    const rollup = {
      name: 'remarks',
      label: { 'zh-CN': '记了几笔' },
      type: 'rollup',
      settings: { over: 'remark.about', fn: 'count' },
    }
    await expect(addField(admin(), 'lead', rollup)).rejects.toMatchObject({ code: expect.any(String) })
  })
})

describe('its settings', () => {
  it('name two objects at least, when it is made and ever after', async () => {
    const refused = { code: 'invalid-values', issues: [{ path: 'settings.objects', code: 'invalid-setting' }] }
    const few = { objects: ['lead'] }
    const made = addField(admin(), 'remark', { label: { 'zh-CN': '少' }, type: 'any-relation', settings: few })
    await expect(made).rejects.toMatchObject(refused)
    await expect(updateField(admin(), 'remark', 'about', { settings: few })).rejects.toMatchObject(refused)
    await updateField(admin(), 'remark', 'about', { settings: { objects: ['lead', 'campus', 'contact'] } })
    expect((await findRecords(admin(), { object: 'remark' })).records).toHaveLength(4)
  })
})

describe('writing it', () => {
  const refused = { code: 'invalid-values', issues: [{ path: 'about', code: 'no-such-record' }] }

  it('refuses what is not there or not theirs to see alike, and objects it does not offer', async () => {
    await expect(write(lina(), 'mine', link('lead', theirs))).rejects.toMatchObject(refused)
    await expect(write(lina(), 'mine', link('lead', '01930000-0000-7000-8000-00000000dead'))).rejects.toMatchObject(refused)
    await expect(write(lina(), 'mine', link('campus', campus))).rejects.toMatchObject(refused)
    const foreign = write(admin(), 'mine', link('order', mine))
    await expect(foreign).rejects.toMatchObject({ issues: [{ path: 'about', code: 'not-a-link' }] })
    // A lead's id under another object's name is none of its records.
    await expect(write(admin(), 'mine', link('campus', mine))).rejects.toMatchObject(refused)
    expect(await aboutOf(admin(), 'mine')).toBe(link('lead', mine))
  })

  it('leaves what the writer cannot see until another is put in its place', async () => {
    await write(lina(), 'theirs', null)
    expect(await aboutOf(admin(), 'theirs')).toBe(link('lead', theirs))
    await write(lina(), 'theirs', link('lead', mine))
    expect(await aboutOf(admin(), 'theirs')).toBe(link('lead', mine))
    await write(lina(), 'theirs', null)
    expect(await aboutOf(admin(), 'theirs')).toBeNull()
  })

  it('is told on the timeline with its object, and not at all of records the reader may not know', async () => {
    await write(admin(), 'theirs', link('lead', theirs))
    await write(admin(), 'theirs', link('campus', campus))
    const told = async (context: Context) =>
      (await findTimeline(context, { object: 'remark', id: notes.theirs })).entries.flatMap(({ changes }) =>
        changes.filter(({ field }) => field === 'about').map(({ before, after }) => `${before}→${after}`),
      )
    const { refs } = await getRecord(admin(), 'remark', notes.theirs)
    const place = `校区：${refs[link('campus', campus)]}`
    expect((await told(admin())).slice(0, 2)).toEqual([`线索：李雷→${place}`, '→线索：李雷'])
    const lines = await told(lina())
    expect(lines).toContain('→线索：王芳')
    expect(lines.filter((line) => line.includes('李雷') || line.includes('校区') || line.includes(campus))).toEqual([])
    await write(admin(), 'theirs', link('lead', theirs))
  })

  it('is put back to what it was as far as who asks may know it', async () => {
    const note = await makeNote(link('lead', theirs))
    await changeOne(admin(), 'remark', { action: 'update', id: note, values: { about: link('lead', mine) } })
    const { entries } = await findTimeline(admin(), { object: 'remark', id: note })
    const change = { object: 'remark', id: note, eventId: must(entries[0]).id, field: 'about' }
    await restoreValue(lina(), change)
    expect((await getRecord(admin(), 'remark', note)).record.values['about']).toBeNull()
    await restoreValue(admin(), change)
    expect((await getRecord(admin(), 'remark', note)).record.values['about']).toBe(link('lead', theirs))
  })

  it('leads nowhere while the record is in the bin, and there again when it is back', async () => {
    await changeOne(admin(), 'lead', { action: 'delete', id: theirs })
    expect(await aboutOf(admin(), 'theirs')).toBeNull()
    expect(await found(admin(), call('isOfObject', 'lead'))).toEqual(['mine'])
    await changeOne(admin(), 'lead', { action: 'restore', id: theirs })
    expect(await aboutOf(admin(), 'theirs')).toBe(link('lead', theirs))
  })
})
