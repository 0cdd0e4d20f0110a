import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessOf, must, type ObjectRights } from '@jieli/core'
import { buildLead, readStored } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import type { Context } from '../workspace/workspace.ts'
import { changeOne } from './apply-change.ts'
import { findRecords, getRecord } from './find-records.ts'
import { findTimeline } from './find-timeline.ts'
import { revealValue } from './reveal-value.ts'

let test: TestWorkspace
let mine: string
let theirs: string
let far: string

beforeAll(async () => {
  test = await openTestWorkspace()
  mine = await buildLead(test, { login: 'lina' })
  theirs = await buildLead(test, { login: 'wangshan', values: { phone: '13955550001' } })
  far = await buildLead(test, { login: 'gaoyuan', values: { campus: test.ids.campuses['binhu'] } })
}, 120_000)

afterAll(() => test.close())

const base: ObjectRights = { create: false, read: 'none', update: 'none', delete: 'none', fields: {}, otherFields: 'none' }

/** 李娜 with several roles: her own leads whole, her department's with a mask. */
const asBoth = (...more: Partial<ObjectRights>[]): Context => {
  const context = test.contextOf('lina')
  const rights: Partial<ObjectRights>[] = [
    { read: 'own', update: 'own', fields: { phone: 'write' }, otherFields: 'write' },
    { read: 'department', update: 'department', fields: { phone: 'mask', name: 'read', note: 'write' }, otherFields: 'none' },
    ...more,
  ]
  const roles = rights.map((one, index) => ({
    id: `r${index}`,
    label: { 'zh-CN': 'r' },
    abilities: [],
    objects: { lead: { ...base, ...one } },
  }))
  return {
    ...context,
    access: accessOf({ userId: must(context.access.userId), departmentPath: context.access.departmentPath, roles }),
  }
}

describe('two roles that open different rows', () => {
  it('show each row as the role that opens it does', async () => {
    const { records } = await findRecords(asBoth(), { object: 'lead', select: ['name', 'phone', 'grade'] })
    const values = new Map(records.map((record) => [record.id, record.values]))
    expect(values.get(mine)).toMatchObject({ grade: 'g9', phone: expect.stringMatching(/^\+86139\d{8}$/) })
    expect(values.get(theirs)).toMatchObject({ grade: null, phone: '139****0001' })
    expect(values.has(far)).toBe(false)
  })

  it('find nothing by what is hidden on a row', async () => {
    const ids = async (query: object): Promise<string[]> =>
      (await findRecords(asBoth(), { object: 'lead', ...query })).records.map((record) => record.id)
    expect(await ids({ search: '13955550001' })).toEqual([])
    expect(await ids({ where: { call: 'equals', args: [{ field: 'phone' }, { value: '+8613955550001' }] } })).toEqual([])
    expect(await ids({ where: { call: 'equals', args: [{ field: 'grade' }, { value: 'g9' }] } })).toEqual([mine])
  })

  it('let each row be written as far as one of them does, and say of the rest what is said of unknown fields', async () => {
    await expect(
      changeOne(asBoth(), 'lead', { action: 'update', id: theirs, values: { note: '补一句', grade: 'g8' } }),
    ).rejects.toMatchObject({ code: 'invalid-values', issues: [{ path: 'grade', code: 'unknown-field' }] })
    await changeOne(asBoth(), 'lead', { action: 'update', id: theirs, values: { note: '补一句' } })
    await changeOne(asBoth(), 'lead', { action: 'update', id: mine, values: { grade: 'g8' } })
    expect((await readStored(test, 'lead', theirs)).values).toMatchObject({ note: '补一句', grade: 'g9' })
  })

  it('tell a timeline and reveal a number by the row as well', async () => {
    const changes = async (id: string): Promise<string[]> =>
      (await findTimeline(asBoth(), { object: 'lead', id })).entries.flatMap((entry) =>
        entry.changes.map((change) => `${change.field} ${change.after}`),
      )
    expect(await changes(theirs)).toContain('phone 139****0001')
    expect((await changes(theirs)).some((change) => change.startsWith('grade'))).toBe(false)
    expect((await changes(mine)).some((change) => change.startsWith('grade'))).toBe(true)
    await expect(revealValue(asBoth(), { object: 'lead', id: theirs, field: 'phone' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(revealValue(asBoth(), { object: 'lead', id: mine, field: 'phone' })).resolves.toMatchObject({
      value: expect.any(String),
    })
  })
})

describe('a write', () => {
  it('to a row out of sight is answered like one to a row that is not there', async () => {
    const refusal = (id: string) =>
      changeOne(test.contextOf('lina'), 'lead', { action: 'update', id, rev: 1, values: { note: '试' } }).catch(
        (error: unknown) => JSON.stringify(error),
      )
    expect(await refusal(far)).toBe(await refusal('01930000-0000-7000-8000-00000000000f'))
    await expect(
      changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: far, values: { note: '试' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of what the platform keeps is refused like an unknown field', async () => {
    for (const name of [
      'owner',
      'department',
      'rev',
      'id',
      'createdAt',
      'assignedAt',
      'touchCount',
      'assignmentQueue',
      'nothing',
      '__proto__',
      'constructor',
    ]) {
      const values = JSON.parse(`{${JSON.stringify(name)}: "1"}`) as Record<string, unknown>
      await expect(changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: mine, values })).rejects.toMatchObject({
        code: 'invalid-values',
        issues: [{ path: name, code: 'unknown-field' }],
      })
    }
  })

  it('on an old version names only fields that the writer reads', async () => {
    const writer = asBoth({ update: 'own', fields: { wechat: 'write' } })
    await expect(
      changeOne(writer, 'lead', { action: 'update', id: mine, rev: 0, values: { note: '甲', phone: '13900000001' } }),
    ).rejects.toMatchObject({ code: 'rev-conflict', details: { id: mine, fields: expect.stringMatching(/^(note)?$/) } })
  })

  it('takes out of the bin only what one may also put there, and the bin is seen by nobody else', async () => {
    const gone = await buildLead(test, { login: 'lina' })
    await changeOne(test.contextOf('admin'), 'lead', { action: 'delete', id: gone })
    await expect(changeOne(test.contextOf('lina'), 'lead', { action: 'restore', id: gone })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await findRecords(test.contextOf('lina'), { object: 'lead', deleted: true })).records).toEqual([])
    expect(
      (await findRecords(test.contextOf('admin'), { object: 'lead', deleted: true })).records.map((record) => record.id),
    ).toEqual([gone])
    await changeOne(test.contextOf('admin'), 'lead', { action: 'restore', id: gone })
    expect((await getRecord(test.contextOf('lina'), 'lead', gone)).record.id).toBe(gone)
  })
})
