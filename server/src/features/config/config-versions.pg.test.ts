import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addField, updateField } from '../objects/add-field.ts'
import { findRemoved } from '../objects/remove-field.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import { changeConfig } from './change-config.ts'
import { diffVersions, findVersions, nameVersion, previewRollBack, rollBack } from './config-versions.ts'
import { readConfigTree } from './config-tree.ts'

let test: TestWorkspace
beforeAll(async () => void (test = await openTestWorkspace()))
afterAll(() => test.close())

const locale = 'zh-CN' as const
const latest = async () => must((await findVersions(test.system(), { locale })).versions[0])
const label = (zh: string) => ({ 'zh-CN': zh })

describe('the history of settings', () => {
  it('says who changed what from what to what, in words', async () => {
    await updateField(test.contextOf('admin'), 'lead', 'subject', { required: true })
    const { changes, actor } = await latest()
    expect(actor).toEqual({ kind: 'user', id: test.ids.users['admin'] })
    expect(changes).toMatchObject([
      {
        kindLabel: '对象',
        title: '线索 · 最关注提分科目',
        action: 'change',
        differences: [{ place: ['必填'], before: '否', after: '是' }],
      },
    ])
  })

  it('names fields of rights and prints conditions as sentences', async () => {
    const role = must(test.workspace.config.current.item('role', 'consultant'))
    const lead = must(role.objects['lead'])
    await changeConfig(test.system(), [
      {
        kind: 'role',
        id: role.id,
        item: { ...role, objects: { ...role.objects, lead: { ...lead, fields: { ...lead.fields, phone: 'mask' } } } },
      },
    ])
    expect((await latest()).changes[0]?.differences).toEqual([
      { place: ['权限', '线索', '字段', '手机号'], before: '只看', after: '脱敏' },
    ])
    const view = must(test.workspace.config.current.item('view', 'lead-unassigned'))
    await changeConfig(test.system(), [
      {
        kind: 'view',
        id: view.id,
        item: { ...view, where: { call: 'equals', args: [{ field: 'subject' }, { value: 'ielts' }] } },
      },
    ])
    expect((await latest()).changes[0]?.differences).toEqual([
      { place: ['条件'], before: '待分配队列 不为空', after: '最关注提分科目 等于 雅思' },
    ])
  })

  it('is the configuring admin’s alone to read, to name and to go back in', async () => {
    for (const login of ['zhou', 'lina', 'desk']) {
      const context = test.contextOf(login)
      await expect(findVersions(context, { locale })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(nameVersion(context, { version: 1, name: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(rollBack(context, { version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(diffVersions(context, { from: 1, locale })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('leaves out what people keep for themselves', async () => {
    const before = await latest()
    await changeConfig(test.system(), [
      { kind: 'view', id: 'mine', item: { id: 'mine', object: 'lead', label: label('我的'), ownerId: test.ids.users['lina'] } },
    ])
    expect((await latest()).version).toBe(before.version)
    expect((await readConfigTree(test.workspace.db)).view).not.toHaveProperty('mine')
  })
})

describe('going back', () => {
  it('puts settings and fields back, and the field’s data with it', async () => {
    const { version } = await latest()
    await nameVersion(test.system(), { version, name: '开学前' })
    const before = await readConfigTree(test.workspace.db)
    const made = await addField(test.contextOf('admin'), 'lead', { label: label('备考学校'), name: 'examSchool', type: 'text' })
    await changeOne(test.system(), 'lead', {
      action: 'create',
      ownerId: null,
      values: { name: '林女士', subject: 'ielts', examSchool: '金陵中学' },
    })
    await updateField(test.contextOf('admin'), 'lead', 'subject', { required: false })
    const withField = await latest()

    const refused = await rollBack(test.contextOf('admin'), { version })
    expect(refused.done.map((part) => part.field)).toEqual(['subject'])
    expect(refused.left).toMatchObject([{ field: 'examSchool', risk: { level: 'ask', code: 'field-has-values', count: 1 } }])
    expect(test.workspace.config.current.objects.get('lead')?.fields.has('examSchool')).toBe(true)

    const { left } = await rollBack(test.contextOf('admin'), { version, allowRisks: true })
    expect(left).toEqual([])
    expect(await readConfigTree(test.workspace.db)).toEqual(before)
    expect(await findRemoved(test.system())).toMatchObject([{ kind: 'field', definition: { name: 'examSchool' } }])

    await rollBack(test.contextOf('admin'), { version: withField.version })
    expect(test.workspace.config.current.objects.get('lead')?.fields.get('examSchool')?.column).toBe(made.id)
    expect(await findRemoved(test.system())).toEqual([])
    const found = await findRecords(test.system(), { object: 'lead', select: ['examSchool'], limit: 10 })
    expect(found.records.map((record) => record.values['examSchool'])).toContain('金陵中学')
    expect((await findVersions(test.system(), { locale, namedOnly: true })).versions).toMatchObject([
      { version, name: '开学前' },
    ])
  })

  it('never changes a column’s type by itself', async () => {
    const { version } = await latest()
    const lead = must(test.workspace.config.current.objects.get('lead')).definition
    await changeConfig(test.system(), [
      {
        kind: 'object',
        id: 'lead',
        item: {
          ...lead,
          fields: lead.fields.map((one) => (one.name === 'budget' ? { ...one, type: 'text', settings: {} } : one)),
        },
      },
    ])
    const { left } = await rollBack(test.system(), { version, allowRisks: true })
    expect(left).toMatchObject([{ field: 'budget', risk: { level: 'stop', code: 'column-must-change' } }])
    await changeConfig(test.system(), [{ kind: 'object', id: 'lead', item: lead }])
  })

  it('refuses a plan that is no longer the one that was agreed to', async () => {
    const { version } = await latest()
    await updateField(test.contextOf('admin'), 'lead', 'subject', { help: label('家长最在意的') })
    const { fingerprint } = await previewRollBack(test.system(), version)
    await updateField(test.contextOf('admin'), 'lead', 'grade', { required: true })
    await expect(rollBack(test.system(), { version, fingerprint })).rejects.toMatchObject({ code: 'config-conflict' })
    const races = await Promise.allSettled([rollBack(test.system(), { version }), rollBack(test.system(), { version })])
    const done = races.flatMap((race) => (race.status === 'fulfilled' ? [race.value.done.length] : []))
    expect(done.toSorted()).toEqual([0, 2])
  })

  it('does not know versions that never were', async () => {
    await expect(previewRollBack(test.system(), 999_999)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells two versions apart without a look at the data', async () => {
    const { version } = await latest()
    await updateField(test.contextOf('admin'), 'lead', 'campus', { label: label('校区（新）') })
    const parts = await diffVersions(test.system(), { from: version, locale })
    expect(parts).toMatchObject([
      { title: '线索 · 校区（新）', differences: [{ place: ['名称'], before: '校区', after: '校区（新）' }] },
    ])
  })
})
