import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { must } from '@jieli/core'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { pathOfFile } from '../files/path-of-file.ts'
import { storeFile } from '../files/store-file.ts'
import { changeOne } from './apply-change.ts'
import { purgeBin } from './purge-bin.ts'

let test: TestWorkspace
const later = (days: number): void => test.clock.set(addMinutes(test.clock.now(), days * 24 * 60))

beforeAll(async () => {
  test = await openTestWorkspace()
}, 120_000)
afterAll(() => test.close())

const count = async (sql: string, params: unknown[] = []): Promise<number> =>
  must((await test.workspace.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, params))[0]).count
const remove = (id: string) => changeOne(test.system(), 'lead', { action: 'delete', id })
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

it('removes for good what was in the bin for 30 days, with its files, shares and envelopes, and says how many', async () => {
  const table = must(test.workspace.config.current.objects.get('lead')).table
  const [old, young, alive] = [await buildLead(test), await buildLead(test), await buildLead(test)]
  const { id: file } = await storeFile(test.contextOf('lina'), { name: 'a.gif', bytes: gif })
  await test.workspace.db.query(`UPDATE w.file SET object = 'lead', record_id = $1 WHERE id = $2`, [old, file])
  await test.workspace.db.query(
    `INSERT INTO w.record_share (grantee, object, record_id, may_edit, created_at) VALUES ($1, 'lead', $2, false, now())`,
    [test.ids.users['wangshan'], old],
  )
  await remove(old)
  later(20)
  await remove(young)
  expect(await purgeBin(test.system())).toBe(0)
  later(11)
  expect(await purgeBin(test.system())).toBe(1)

  const left = await test.workspace.db.query<{ id: string }>(`SELECT id FROM w.${table} WHERE id = ANY($1::uuid[])`, [
    [old, young, alive],
  ])
  expect(left.map(({ id }) => id).toSorted()).toEqual([young, alive].toSorted())
  expect(await count('w.file WHERE id = $1', [file])).toBe(0)
  await vi.waitFor(() => expect(existsSync(pathOfFile(test.workspace, file))).toBe(false))
  expect(await count('w.record_share WHERE record_id = $1', [old])).toBe(0)
  expect(await count(`w.capture WHERE record_id = $1 AND payload <> '{}'`, [old])).toBe(0)
  expect(await count(`w.capture WHERE record_id = $1 AND payload <> '{}'`, [young])).toBe(1)
  expect(await test.workspace.db.query(`SELECT object, data FROM w.event WHERE kind = 'records.purged'`)).toEqual([
    { object: 'lead', data: { count: 1 } },
  ])
  await expect(changeOne(test.system(), 'lead', { action: 'restore', id: old })).rejects.toMatchObject({ code: 'not-found' })
  await changeOne(test.system(), 'lead', { action: 'restore', id: young })
  expect(await purgeBin(test.system())).toBe(0)
})
