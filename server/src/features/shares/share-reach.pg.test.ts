import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { must } from '@jieli/core'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { shareRecord, unshareRecord, type ShareInput } from './share-record.ts'

let test: TestWorkspace
let second: OpenWorkspace
let lead: string

beforeAll(async () => {
  test = await openTestWorkspace()
  second = await openSecondProcess(test)
})
afterAll(async () => {
  await second.close()
  await test.close()
})
beforeEach(async () => {
  await test.workspace.db.query('DELETE FROM w.record_share')
  await test.workspace.shareReach.refresh()
  lead = await buildLead(test, { login: 'lina' })
})

const share = (to: ShareInput['to'], until: string | null = null): Promise<void> =>
  shareRecord(test.contextOf('lina'), { object: 'lead', id: lead }, { to, mayEdit: false, until })
const reached = (login: string, object = 'lead'): boolean => test.contextOf(login).access.maySeeShared(object)

describe('whom shares reach', () => {
  it('is nobody until something is shared, then that person, for that object only', async () => {
    expect(reached('gaoyuan')).toBe(false)
    await share({ user: must(test.ids.users['gaoyuan']) })
    expect(['gaoyuan', 'linruoxi'].map((login) => reached(login))).toEqual([true, false])
    expect(reached('gaoyuan', 'task')).toBe(false)
  })

  it('is everybody in a department and below', async () => {
    await share({ department: must(test.ids.departments['region']) })
    expect(['zhou', 'xlboss', 'linruoxi', 'admin'].map((login) => reached(login))).toEqual([true, true, true, false])
  })

  it('is known in the other processes soon after', async () => {
    const gaoyuan = must(test.ids.users['gaoyuan'])
    await share({ user: gaoyuan })
    await vi.waitFor(() => expect(second.workspace.shareReach.reaches('lead', [gaoyuan])).toBe(true))
  })

  it('is kept when a share comes while it is read anew', async () => {
    const reading = test.workspace.shareReach.refresh()
    test.workspace.shareReach.add({ grantee: '/1/', object: 'lead' })
    await reading
    expect(test.workspace.shareReach.reaches('lead', ['/1/'])).toBe(true)
    await test.workspace.shareReach.refresh()
    expect(test.workspace.shareReach.reaches('lead', ['/1/'])).toBe(false)
  })

  it('forgets shares that ended or are over', async () => {
    const grantee = must(test.ids.users['gaoyuan'])
    await share({ user: grantee })
    await share({ user: must(test.ids.users['linruoxi']) }, addMinutes(test.clock.now(), 5))
    await unshareRecord(test.contextOf('lina'), { object: 'lead', id: lead }, grantee)
    test.clock.set(addMinutes(test.clock.now(), 6))
    await test.workspace.shareReach.refresh()
    expect(['gaoyuan', 'linruoxi'].map((login) => reached(login))).toEqual([false, false])
  })
})
