import { AppError, must } from '@jieli/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeOne } from '../records/apply-change.ts'
import { findRecords, getRecord } from '../records/find-records.ts'
import { findTimeline } from '../records/find-timeline.ts'
import { groupRecords } from '../records/group-records.ts'
import { findShares } from './find-shares.ts'
import { shareRecord, unshareRecord, type ShareInput } from './share-record.ts'

let test: TestWorkspace
let lead: string

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())
beforeEach(async () => {
  lead = await buildLead(test, { login: 'lina', values: { name: '协作客户' } })
})

const user = (login: string): ShareInput['to'] => ({ user: must(test.ids.users[login]) })
const share = (login: string, input: Partial<ShareInput> & Pick<ShareInput, 'to'>) =>
  shareRecord(test.contextOf(login), { object: 'lead', id: lead }, { mayEdit: false, until: null, ...input })
const codeOf = async (doing: Promise<unknown>): Promise<string> => {
  try {
    await doing
    return 'done'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
const sees = async (login: string): Promise<boolean> =>
  (await codeOf(getRecord(test.contextOf(login), 'lead', lead))) === 'done'
const edit = (login: string): Promise<string> =>
  codeOf(changeOne(test.contextOf(login), 'lead', { action: 'update', id: lead, values: { note: `${login} 改` } }))

describe('a record shared with a colleague', () => {
  it('is in their list, search, count and groups, and is not theirs to change', async () => {
    expect(await sees('gaoyuan')).toBe(false)
    await share('lina', { to: user('gaoyuan') })
    const context = test.contextOf('gaoyuan')
    const page = await findRecords(context, { object: 'lead', search: '协作客户', count: 'exact' })
    expect({ ids: page.records.map((record) => record.id), count: page.count?.value }).toEqual({ ids: [lead], count: 1 })
    expect(await groupRecords(context, { object: 'lead', groupBy: [], measures: [{ as: 'n', fn: 'count' }] })).toEqual([
      { n: 1 },
    ])
    expect(await edit('gaoyuan')).toBe('not-found')
  })

  it('to be changed is theirs to change, not to delete and not to pass on', async () => {
    await share('lina', { to: user('gaoyuan'), mayEdit: true })
    expect(await edit('gaoyuan')).toBe('done')
    expect(await codeOf(changeOne(test.contextOf('gaoyuan'), 'lead', { action: 'delete', id: lead }))).toBe('not-found')
    expect(await codeOf(share('gaoyuan', { to: user('linruoxi') }))).toBe('forbidden')
    expect(await findShares(test.contextOf('gaoyuan'), { object: 'lead', id: lead })).toMatchObject({ mayShare: false })
  })

  it('shows what their roles show of their own records, and no more', async () => {
    await share('lina', { to: user('gaoyuan') })
    const { record } = await getRecord(test.contextOf('gaoyuan'), 'lead', lead)
    expect(record.values['phone']).toBeDefined()
    expect(record.values).not.toHaveProperty('assignmentQueue')
  })

  it('is shared until the day that was said', async () => {
    await share('lina', { to: user('gaoyuan'), until: addMinutes(test.clock.now(), 60) })
    expect(await sees('gaoyuan')).toBe(true)
    test.clock.set(addMinutes(test.clock.now(), 61))
    expect(await sees('gaoyuan')).toBe(false)
    expect((await findShares(test.contextOf('lina'), { object: 'lead', id: lead })).shares).toEqual([])
    expect(await codeOf(share('lina', { to: user('gaoyuan'), until: addMinutes(test.clock.now(), -1) }))).toBe('invalid-values')
  })

  it('is told on its timeline, and ends when somebody ends it', async () => {
    await share('lina', { to: user('gaoyuan') })
    const { shares } = await findShares(test.contextOf('lina'), { object: 'lead', id: lead })
    expect(shares).toMatchObject([{ name: '高远', kind: 'user', mayEdit: false }])
    await unshareRecord(test.contextOf('lina'), { object: 'lead', id: lead }, must(shares[0]).grantee)
    expect(await sees('gaoyuan')).toBe(false)
    const { entries } = await findTimeline(test.contextOf('lina'), { object: 'lead', id: lead })
    expect(entries.map((entry) => entry.kind).slice(0, 2)).toEqual(['record.unshared', 'record.shared'])
    expect(entries[0]?.data).toEqual({ to: test.ids.users['gaoyuan'] })
  })
})

describe('a record shared with a department', () => {
  it('is seen by everybody in it and below, and by nobody beside', async () => {
    await share('lina', { to: { department: must(test.ids.departments['binhu']) } })
    expect(await Promise.all(['gaoyuan', 'linruoxi', 'wangshan', 'hejiawen'].map(sees))).toEqual([true, true, false, false])
    await share('lina', { to: { department: must(test.ids.departments['region']) } })
    expect(await sees('wangshan')).toBe(true)
  })
})

describe('sharing', () => {
  it('is for those who may change the record by right; for the others there is no such record', async () => {
    expect(await codeOf(share('wangshan', { to: user('gaoyuan') }))).toBe('not-found')
    expect(await codeOf(share('xlboss', { to: user('gaoyuan') }))).toBe('done')
    expect(await codeOf(share('desk', { to: user('gaoyuan') }))).toBe('forbidden')
  })

  it('is with people who work here and departments that there are', async () => {
    expect(await codeOf(share('lina', { to: { user: lead } }))).toBe('invalid-values')
    expect(await codeOf(share('lina', { to: { department: lead } }))).toBe('invalid-values')
  })
})
