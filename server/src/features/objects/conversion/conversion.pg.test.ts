import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must, type Field } from '@jieli/core'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../../testing/open-test-workspace.ts'
import { runDueJobs } from '../../long-jobs/job-loop.ts'
import { readJob } from '../../long-jobs/job-queries.ts'
import { cancelJob } from '../../long-jobs/steer-job.ts'
import { addMs } from '../../long-jobs/outside-work.ts'
import { changeOne } from '../../records/apply-change.ts'
import type { Context } from '../../workspace/workspace.ts'
import { addField } from '../add-field.ts'
import { addObject } from '../create-object.ts'
import { findRemoved, restoreRemoved } from '../remove-field.ts'
import { previewConversion } from './preview-conversion.ts'
import { startConversion } from './start-conversion.ts'

let test: TestWorkspace
let admin: Context
const texts = ['12', '３８', '约 20', '', '1,200', '二十']

beforeEach(async () => {
  test = await openTestWorkspace()
  await addObject(test.contextOf('admin'), { label: { 'zh-CN': '教室' }, name: 'room' })
  await addField(test.contextOf('admin'), 'room', { name: 'size', label: { 'zh-CN': '座位' }, type: 'text', searchable: true })
  admin = test.contextOf('admin')
  for (const size of texts) await changeOne(admin, 'room', { action: 'create', values: { name: `间${size}`, size } })
  await runDueJobs(test.workspace)
})
afterEach(() => test.close())

const fieldNow = (): Field =>
  must(test.workspace.config.current.objects.get('room')?.definition.fields.find(({ name }) => name === 'size'))
const values = async (): Promise<unknown[]> => {
  const { id } = fieldNow()
  const table = must(test.workspace.config.current.objects.get('room')).table
  return (await test.workspace.db.query<{ v: unknown }>(`SELECT ${id} AS v FROM w.${table} ORDER BY created_at, id`)).map(
    ({ v }) => v,
  )
}
const steps = async (count: number): Promise<void> => {
  let taken = 0
  await runDueJobs(test.workspace, { mayGoOn: () => taken++ < count })
  test.clock.set(addMs(test.clock.now(), 6_000))
}
const phaseOf = async (id: string): Promise<unknown> =>
  (must(await readJob(test.workspace.db, id)).state as { phase: string }).phase
const until = async (id: string, phase: string): Promise<void> => {
  for (let turn = 0; turn < 50 && (await phaseOf(id)) !== phase; turn++) await steps(1)
}
const finish = async (id: string): Promise<void> => {
  for (let turn = 0; turn < 50 && (await readJob(test.workspace.db, id))?.status === 'running'; turn++) await steps(1)
  await test.workspace.config.refresh()
}

describe('the preview of a change of type', () => {
  it('says how many convert, lists the cells that do not, and touches nothing', async () => {
    const preview = await previewConversion(admin, 'room', 'size', { type: 'number' })
    expect(preview).toMatchObject({ total: 6, looked: 6, empty: 1, converted: 3, lost: 2 })
    expect(preview.lostCells.map(({ text }) => text).toSorted()).toEqual(['二十', '约 20'])
    expect(preview.examples).toContainEqual({ before: '1,200', after: '1,200' })
    expect(fieldNow().type).toBe('text')
  })

  it('makes options of what is there, and refuses in words when that is too much', async () => {
    const preview = await previewConversion(admin, 'room', 'size', { type: 'select' })
    expect(preview).toMatchObject({ converted: 5, lost: 0 })
    expect(preview.settings['options']).toHaveLength(5)
    const table = must(test.workspace.config.current.objects.get('room')).table
    await test.workspace.db.query(
      `INSERT INTO w.${table} (id, created_at, updated_at, ${fieldNow().id}) SELECT gen_random_uuid(), now(), now(), 'v' || n FROM generate_series(1, 5000) n`,
    )
    await expect(startConversion(admin, 'room', 'size', { type: 'select' })).rejects.toMatchObject({
      issues: [{ code: 'too-many-options', params: { max: 500 } }],
    })
    expect((await test.workspace.db.query('SELECT 1 FROM w.job WHERE about_field IS NOT NULL')).length).toBe(0)
  })

  it('is only for those who configure', async () => {
    await expect(previewConversion(test.contextOf('lina'), 'room', 'size', { type: 'number' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a change of type', () => {
  it('converts every cell, keeps the losses readable, and swaps at once for all', async () => {
    const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
    await finish(jobId)
    expect(await readJob(test.workspace.db, jobId)).toMatchObject({ status: 'done', result: { lost: 2 } })
    expect(fieldNow()).toMatchObject({ type: 'number', searchable: false, name: 'size' })
    expect(await values()).toEqual(['12.00', '38.00', null, null, '1200.00', null])
    const lost = await test.workspace.db.query('SELECT text, code FROM w.lost_cell ORDER BY text')
    expect(lost.map(({ text }) => text).toSorted()).toEqual(['二十', '约 20'].toSorted())
  })

  it('takes over what is written while it runs, in whatever phase', async () => {
    const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
    const [first] = await test.workspace.db.query<{ id: string }>(
      `SELECT id FROM w.${must(test.workspace.config.current.objects.get('room')).table} ORDER BY created_at, id LIMIT 1`,
    )
    for (const [index, phase] of ['fill', 'index', 'drain', 'swap'].entries()) {
      await until(jobId, phase)
      await changeOne(admin, 'room', { action: 'update', id: must(first).id, values: { size: `${index + 500}` } })
      await changeOne(admin, 'room', { action: 'create', values: { name: phase, size: `${index + 900}` } })
    }
    await finish(jobId)
    expect((await values()).toSorted()).toEqual(
      ['503.00', '38.00', null, null, '1200.00', null, '900.00', '901.00', '902.00', '903.00'].toSorted(),
    )
  })

  it('takes over what a process writes that has not yet heard of the swap', async () => {
    const second = await openSecondProcess(test)
    const stale = second.workspace.config.current
    const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
    await until(jobId, 'settle')
    const info = must(stale.objects.get('room'))
    expect(info.fields.get('size')?.type).toBe('text')
    await test.workspace.db.query(`UPDATE w.${info.table} SET ${info.fields.get('size')?.column} = '77'`)
    await finish(jobId)
    expect(new Set(await values())).toEqual(new Set(['77.00']))
    await second.close()
  })

  it.each(['by a write of another field', 'when somebody packs the table'])(
    'misses no record that moves to a page already read, %s',
    async (how) => {
      const { table } = must(test.workspace.config.current.objects.get('room'))
      const db = test.workspace.db
      await db.query(
        `INSERT INTO w.${table} (id, created_at, updated_at, ${fieldNow().id}) SELECT gen_random_uuid(), now(), now(), n FROM generate_series(1, 9000) n`,
      )
      const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
      const readPages = async (): Promise<number> =>
        (must(await readJob(db, jobId)).state as { at?: { first: number } }).at?.first ?? 0
      for (let turn = 0; turn < 50 && (await readPages()) === 0; turn++) await steps(1)
      const read = `ctid < '(${await readPages()},0)'::tid`
      await db.query(`DELETE FROM w.${table} WHERE ${read}`)
      if (how === 'when somebody packs the table') await db.queryWithoutLimit(`VACUUM FULL w.${table}`)
      else {
        await db.queryWithoutLimit(`VACUUM w.${table}`)
        await db.query(`UPDATE w.${table} SET rev = rev + 1`)
      }
      const [moved] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM w.${table} WHERE ${read}`)
      expect(must(moved).count).toBeGreaterThan(0)
      for (let turn = 0; turn < 9; turn++) await finish(jobId)
      const [counted] = await db.query<{ all: number; filled: number }>(
        `SELECT count(*)::int AS all, count(${fieldNow().id})::int AS filled FROM w.${table}`,
      )
      expect(fieldNow().type).toBe('number')
      expect(must(counted).filled).toBe(must(counted).all)
    },
  )

  it('leaves nothing behind when it is cancelled, and cannot be once it has swapped', async () => {
    const before = await values()
    const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
    await expect(startConversion(admin, 'room', 'size', { type: 'tags' })).rejects.toMatchObject({ code: 'field-is-changing' })
    await until(jobId, 'drain')
    await cancelJob(admin, jobId)
    await steps(3)
    expect((await readJob(test.workspace.db, jobId))?.status).toBe('cancelled')
    expect(await values()).toEqual(before)
    expect((await test.workspace.db.query(`SELECT 1 FROM pg_trigger WHERE NOT tgisinternal`)).length).toBe(0)
    const again = await startConversion(admin, 'room', 'size', { type: 'number' })
    await until(again.jobId, 'settle')
    await expect(cancelJob(admin, again.jobId)).rejects.toMatchObject({ code: 'job-past-cancel' })
  })

  it('waits for a writer who holds the table, and keeps no one waiting behind it', async () => {
    const { jobId } = await startConversion(admin, 'room', 'size', { type: 'number' })
    await test.workspace.db.transaction(async (tx) => {
      await tx.query(`LOCK TABLE w.${must(test.workspace.config.current.objects.get('room')).table} IN ROW EXCLUSIVE MODE`)
      await steps(3)
      expect(await readJob(test.workspace.db, jobId)).toMatchObject({
        status: 'running',
        failures: 0,
        state: { phase: 'open' },
      })
    })
    await finish(jobId)
    expect(fieldNow().type).toBe('number')
  })

  it('takes a relation to a link and back, and finds links by what texts call them', async () => {
    const lead = await changeOne(admin, 'lead', { action: 'create', values: { name: '王芳' } })
    const { table } = must(test.workspace.config.current.objects.get('room'))
    await test.workspace.db.query(`UPDATE w.${table} SET ${fieldNow().id} = '线索：王芳' WHERE ${fieldNow().id} = '12'`)
    const objects = ['lead', 'campus']
    await finish((await startConversion(admin, 'room', 'size', { type: 'any-relation', settings: { objects } })).jobId)
    expect((await values()).filter(Boolean)).toEqual([`lead:${lead.after.id}`])
    await finish((await startConversion(admin, 'room', 'size', { type: 'relation', settings: { object: 'lead' } })).jobId)
    expect((await values()).filter(Boolean)).toEqual([lead.after.id])
    await finish((await startConversion(admin, 'room', 'size', { type: 'any-relation', settings: { objects } })).jobId)
    expect((await values()).filter(Boolean)).toEqual([`lead:${lead.after.id}`])
    const other = await previewConversion(admin, 'room', 'size', { type: 'relation', settings: { object: 'campus' } })
    expect(other).toMatchObject({ converted: 0, lost: 1, lostCells: [{ text: '线索：王芳' }] })
    await finish((await startConversion(admin, 'room', 'size', { type: 'text' })).jobId)
    expect((await values()).filter(Boolean)).toEqual(['线索：王芳'])
  })

  it('is undone with what it had lost, and with what was written since', async () => {
    await finish((await startConversion(admin, 'room', 'size', { type: 'number' })).jobId)
    const rows = await test.workspace.db.query<{ id: string }>(
      `SELECT id FROM w.${must(test.workspace.config.current.objects.get('room')).table} ORDER BY created_at, id`,
    )
    await changeOne(test.contextOf('admin'), 'room', { action: 'update', id: must(rows[0]).id, values: { size: 13 } })
    const [entry] = await findRemoved(admin)
    const { jobId } = await restoreRemoved(admin, must(entry).id)
    await finish(must(jobId))
    expect(fieldNow()).toMatchObject({ type: 'text', searchable: false })
    expect(await values()).toEqual(['13', '３８', '约 20', null, '1,200', '二十'])
    expect((await findRemoved(admin)).map(({ why, definition }) => [why, (definition as Field).type])).toEqual([
      ['converted', 'number'],
    ])
  })

  it('is refused for fields the platform works with', async () => {
    for (const name of ['phone', 'stage'])
      await expect(startConversion(admin, 'lead', name, { type: 'long-text' })).rejects.toMatchObject({
        issues: [{ code: 'field-is-fixed' }],
      })
  })
})
