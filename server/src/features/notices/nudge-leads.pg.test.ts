import { must } from '@jieli/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findNotices } from './find-notices.ts'
import { nudgeLeads } from './nudge-leads.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

const nudge = (login: string, ...leadIds: string[]): Promise<number> => nudgeLeads(test.contextOf(login), leadIds)

describe('urging', () => {
  it('reminds the owner once in an hour, whoever urges and however often', async () => {
    const leadId = await buildLead(test, { values: { name: '葛女士' } })
    const first = await Promise.all([nudge('xlboss', leadId), nudge('zhou', leadId, leadId), nudge('xlboss', leadId)])
    expect(first.toSorted()).toEqual([0, 0, 1])
    test.clock.set(addMinutes(test.clock.now(), 59))
    expect(await nudge('xlboss', leadId)).toBe(0)
    test.clock.set(addMinutes(test.clock.now(), 1))
    expect(await nudge('xlboss', leadId)).toBe(1)
    const { notices } = await findNotices(test.contextOf('lina'))
    expect(notices.filter((notice) => notice.kind === 'nudge')).toHaveLength(2)
    expect(notices[0]).toMatchObject({ title: '催办：葛女士', body: expect.stringContaining('许文远请你尽快跟进'), leadId })
  })

  it('reaches only leads that one sees', async () => {
    const elsewhere = await buildLead(test, { login: 'gaoyuan', values: { campus: test.ids.campuses['binhu'] } })
    expect(await nudge('xlboss', elsewhere)).toBe(0)
    expect(await nudge('zhou', elsewhere)).toBe(1)
  })

  it('is for those who manage', async () => {
    const leadId = await buildLead(test)
    await expect(nudge('lina', leadId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(nudge('desk', leadId)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('shows nobody the notices of somebody else', async () => {
    await nudge('xlboss', await buildLead(test))
    const theirs = await findNotices(test.contextOf('wangshan'))
    expect(theirs.notices.filter((notice) => notice.kind === 'nudge')).toEqual([])
    expect(must((await findNotices(test.contextOf('lina'))).unread)).toBeGreaterThan(0)
  })
})
