import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError, must } from '@jieli/core'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { checkTaken } from './check-taken.ts'
import { addField } from '../objects/add-field.ts'
import { addObject } from '../objects/create-object.ts'
import { applyBatch } from '../records/apply-batch.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'

let test: TestWorkspace
const admin = (): Context => test.contextOf('admin')

beforeAll(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '器材' }, name: 'machine' })
  await addField(admin(), 'machine', { name: 'serial', label: { 'zh-CN': '编号' }, type: 'text', unique: true })
  await addField(admin(), 'machine', { name: 'size', label: { 'zh-CN': '尺寸' }, type: 'number', unique: true })
  await runDueJobs(test.workspace)
})
afterAll(() => test.close())
beforeEach(async () => {
  await test.workspace.db.query(`DELETE FROM w.${must(test.workspace.config.current.objects.get('machine')).table}`)
})

const create = async (values: Record<string, unknown>, context = admin()): Promise<string> =>
  (await changeOne(context, 'machine', { action: 'create', values })).after.id
const issuesOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof AppError ? error.issues : error
}

describe('a value that may not repeat', () => {
  it('is refused on its field with the name of the record that has it, however it is written', async () => {
    await create({ name: '投影仪', serial: 'ab-1' })
    expect(await issuesOf(create({ name: '乙', serial: 'ＡＢ-1' }))).toEqual([
      { path: 'serial', code: 'taken-by', params: { record: '投影仪' } },
    ])
    const id = await create({ name: '丙', serial: 'ab-2' })
    expect(await issuesOf(changeOne(admin(), 'machine', { action: 'update', id, values: { serial: 'AB-1' } }))).toMatchObject([
      { path: 'serial', code: 'taken-by' },
    ])
  })

  it('may be empty as often as one likes, and stays where it is', async () => {
    await create({ name: '甲' })
    const id = await create({ name: '乙', serial: ' ' })
    await changeOne(admin(), 'machine', { action: 'update', id, values: { serial: 'x', size: 3 } })
    await changeOne(admin(), 'machine', { action: 'update', id, values: { serial: 'X', size: '3.00' } })
  })

  it('is free while its record is in the bin, which then comes back only if it still is', async () => {
    const id = await create({ name: '甲', serial: '7' })
    await changeOne(admin(), 'machine', { action: 'delete', id })
    const other = await create({ name: '乙', serial: '7' })
    expect(await issuesOf(changeOne(admin(), 'machine', { action: 'restore', id }))).toEqual([
      { path: 'serial', code: 'taken-by', params: { record: '乙' } },
    ])
    await changeOne(admin(), 'machine', { action: 'update', id: other, values: { serial: '8' } })
    await changeOne(admin(), 'machine', { action: 'restore', id })
  })

  it('of a record that one may not see is only said to be taken', async () => {
    await changeConfig(admin(), [
      {
        kind: 'role',
        id: 'porter',
        item: {
          id: 'porter',
          label: { 'zh-CN': '搬运' },
          abilities: [],
          objects: { machine: { create: true, read: 'own', update: 'own', delete: 'none', fields: {}, otherFields: 'write' } },
        },
      },
    ])
    const lina = test.contextOf('lina')
    const porter: Context = { ...lina, access: test.contextOf('lina').access }
    await create({ name: '保险柜', serial: '9' })
    const people = must(test.workspace.config.current.objects.get('user'))
    const roles = must(people.definition.fields.find(({ name }) => name === 'roles')).id
    await test.workspace.db.query(`UPDATE w.${people.table} SET ${roles} = ARRAY['porter'] WHERE id = $1`, [
      porter.access.userId,
    ])
    await test.workspace.directory.refresh()
    expect(await issuesOf(create({ name: '丁', serial: '9' }, test.contextOf('lina')))).toEqual([
      { path: 'serial', code: 'taken' },
    ])
  })
})

describe('while somebody types', () => {
  it('it is said what would be refused, and of whom, as far as the typist may know', async () => {
    const id = await create({ name: '投影仪', serial: 'ab-1', size: 4 })
    expect(await checkTaken(admin(), 'machine', { name: '投影仪', serial: 'Ab-1', size: '5' })).toEqual({
      taken: [{ field: 'serial', recordId: id, title: '投影仪' }],
    })
    expect(await checkTaken(test.contextOf('lina'), 'machine', { serial: 'ab-1' })).toEqual({ taken: [{ field: 'serial' }] })
    expect(await checkTaken(admin(), 'machine', { serial: 'ab', other: 1 })).toEqual({ taken: [] })
  })
})

describe('a batch', () => {
  it('is refused whole, each clash at its place, the batch itself included', async () => {
    await create({ name: '甲', serial: '1' })
    const operations = ['2', '1', '3', '2'].map((serial) => ({ action: 'create' as const, values: { name: serial, serial } }))
    expect(await issuesOf(applyBatch(admin(), 'machine', { operations }))).toEqual([
      { path: '1.serial', code: 'taken-by', params: { record: '甲' } },
      { path: '3.serial', code: 'taken' },
    ])
    expect((await findRecords(admin(), { object: 'machine' })).records).toHaveLength(1)
  })

  it('goes by any such field when it upserts, also when two programs bring the same new one at once', async () => {
    const upsert = (serial: string, size: number) =>
      applyBatch(admin(), 'machine', {
        operations: [{ action: 'upsert', by: 'serial', values: { name: serial, serial, size } }],
      })
    const both = await Promise.all([upsert('k-1', 1), upsert('K-1', 2)])
    expect(new Set(both.map(({ result }) => must(result[0]).id)).size).toBe(1)
    expect(
      await issuesOf(
        applyBatch(admin(), 'machine', {
          operations: ['q', 'Q'].map((serial) => ({ action: 'upsert' as const, by: 'serial', values: { name: 'q', serial } })),
        }),
      ),
    ).toMatchObject([{ code: 'named-twice' }])
  })
})

describe('a race', () => {
  it('of fifty who write one value in two processes is won by one; the others are told who', async () => {
    const second = await openSecondProcess(test)
    const contexts = Array.from({ length: 50 }, (_, n) => (n % 2 ? admin() : { ...admin(), workspace: second.workspace }))
    const results = await Promise.allSettled(contexts.map((context, n) => create({ name: `甲${n}`, serial: 'same' }, context)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected')
        expect((result.reason as AppError).issues).toMatchObject([{ path: 'serial', code: 'taken-by' }])
    await second.close()
  })
})
