import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must, type Field } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addMs } from '../long-jobs/outside-work.ts'
import { cancelJob, retryJob } from '../long-jobs/steer-job.ts'
import { findJobs } from '../long-jobs/find-jobs.ts'
import { addField, updateField } from '../objects/add-field.ts'
import { startConversion } from '../objects/conversion/start-conversion.ts'
import { addObject } from '../objects/create-object.ts'
import { removeField, restoreRemoved } from '../objects/remove-field.ts'
import { changeOne } from '../records/apply-change.ts'
import type { Context } from '../workspace/workspace.ts'
import { previewUnique } from './preview-unique.ts'

let test: TestWorkspace
const admin = (): Context => test.contextOf('admin')

beforeEach(async () => {
  test = await openTestWorkspace()
  await addObject(admin(), { label: { 'zh-CN': '器材' }, name: 'machine' })
  await addField(admin(), 'machine', { name: 'serial', label: { 'zh-CN': '编号' }, type: 'text' })
})
afterEach(() => test.close())

const create = async (serial: string): Promise<string> =>
  (await changeOne(admin(), 'machine', { action: 'create', values: { name: serial, serial } })).after.id
const serial = (): Field =>
  must(test.workspace.config.current.objects.get('machine')?.definition.fields.find(({ name }) => name === 'serial'))
const jobNow = async (): Promise<{ id: string; status: string; reason: string | null }> =>
  must((await findJobs(admin())).find(({ kind, status }) => kind === 'enforce-unique' && status !== 'done'))
const indexes = async (): Promise<{ name: string; valid: boolean }[]> =>
  test.workspace.db.query(
    `SELECT c.relname AS name, i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname LIKE '%\\_unique'`,
  )
const work = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) {
    await runDueJobs(test.workspace)
    test.clock.set(addMs(test.clock.now(), 6_000))
  }
  await test.workspace.config.refresh()
}

describe('a field that is told not to repeat', () => {
  it('is looked through first, and refused while values repeat', async () => {
    for (const value of ['A-1', 'a-1', 'Ａ-1', 'b', 'c', 'C']) await create(value)
    const seen = await previewUnique(admin(), 'machine', 'serial')
    expect(seen).toMatchObject({
      values: 2,
      records: 5,
      groups: [
        { text: 'A-1', count: 3 },
        { text: 'c', count: 2 },
      ],
    })
    await expect(updateField(admin(), 'machine', 'serial', { unique: true })).rejects.toMatchObject({
      issues: [{ code: 'has-duplicates', params: { count: 2 } }],
    })
    expect(serial().unique).toBeUndefined()
  })

  it('holds for every write from that moment on, and in the database once its index is there', async () => {
    await create('a')
    await updateField(admin(), 'machine', 'serial', { unique: true })
    await expect(create('A')).rejects.toMatchObject({ issues: [{ code: 'taken-by' }] })
    await expect(updateField(admin(), 'machine', 'serial', { unique: false })).rejects.toMatchObject({
      code: 'field-is-changing',
    })
    await work()
    expect(await indexes()).toEqual([{ name: expect.stringMatching(/^o_\d+_f_\d+_unique$/), valid: true }])
    await updateField(admin(), 'machine', 'serial', { unique: false })
    expect(await indexes()).toEqual([])
    await create('A')
  })

  it('waits with a repetition that slipped in until it is mended, or may repeat again when it is given up', async () => {
    const id = await create('a')
    await updateField(admin(), 'machine', 'serial', { unique: true })
    const { table } = must(test.workspace.config.current.objects.get('machine'))
    await test.workspace.db.query(
      `INSERT INTO w.${table} (id, created_at, updated_at, ${serial().id}) VALUES (gen_random_uuid(), now(), now(), 'a')`,
    )
    await work()
    const job = await jobNow()
    expect(job).toMatchObject({ status: 'failed', reason: 'invalid-values' })
    expect(await indexes()).toEqual([])
    await changeOne(admin(), 'machine', { action: 'update', id, values: { serial: 'b' } })
    await retryJob(admin(), job.id)
    await work()
    expect(await indexes()).toMatchObject([{ valid: true }])
    await updateField(admin(), 'machine', 'serial', { unique: false })
    await updateField(admin(), 'machine', 'serial', { unique: true })
    await cancelJob(admin(), (await jobNow()).id)
    await work()
    expect(serial().unique ?? false).toBe(false)
  })

  it('keeps to it in another type where that knows what is the same, and as long as it is there', async () => {
    await create('12')
    await updateField(admin(), 'machine', 'serial', { unique: true })
    await work()
    await startConversion(admin(), 'machine', 'serial', { type: 'number' })
    await work()
    expect(serial()).toMatchObject({ type: 'number', unique: true })
    expect(await indexes()).toEqual([{ name: expect.stringContaining(serial().id), valid: true }])
    await expect(create('12.00')).rejects.toMatchObject({ issues: [{ code: 'taken-by' }] })
    const { recycledId } = await removeField(admin(), 'machine', 'serial')
    expect(await indexes()).toEqual([])
    await restoreRemoved(admin(), recycledId)
    await work()
    expect(await indexes()).toMatchObject([{ valid: true }])
    await startConversion(admin(), 'machine', 'serial', { type: 'long-text' })
    await work()
    expect(serial()).not.toHaveProperty('unique')
    expect(await indexes()).toEqual([])
  })

  it('is refused for kinds that cannot, and for what identifies customers anyway', async () => {
    await addField(admin(), 'machine', { name: 'note', label: { 'zh-CN': '备注' }, type: 'long-text' })
    for (const [object, field] of [
      ['machine', 'note'],
      ['lead', 'phone'],
    ] as const)
      await expect(updateField(admin(), object, field, { unique: true })).rejects.toMatchObject({
        issues: [{ code: 'cannot-be-unique' }],
      })
    await expect(previewUnique(test.contextOf('lina'), 'machine', 'serial')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
