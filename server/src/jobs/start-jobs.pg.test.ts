import { existsSync } from 'node:fs'
import { startWecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertCaptures } from '../features/capture/capture-queries.ts'
import { changeConfig } from '../features/config/change-config.ts'
import { pathOfFile } from '../features/files/path-of-file.ts'
import { storeFile } from '../features/files/store-file.ts'
import { addMinutes } from '../runtime/clock.ts'
import { newId } from '../runtime/new-id.ts'
import { buildLead } from '../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { startJobs } from './start-jobs.ts'

let test: TestWorkspace

beforeEach(async () => {
  test = await openTestWorkspace()
})
afterEach(() => test.close())

const count = async (sql: string): Promise<number> =>
  (await test.workspace.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`))[0]?.count ?? 0
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

describe('the work beside requests', () => {
  it('goes from a deadline that passed while nobody ran to the phone of whoever must know', async () => {
    const wecom = await startWecomSimulator({ corpId: 'ww1', corpSecret: 'secret', agentId: 1 })
    await test.workspace.secrets.set('channel:wecom', 'corpSecret', 'secret', test.clock.now())
    await buildLead(test)
    await changeConfig(test.system(), [
      {
        kind: 'channel',
        id: 'wecom',
        item: {
          id: 'wecom',
          label: '企业微信',
          connector: 'wecom',
          settings: { corpId: 'ww1', agentId: 1, baseUrl: wecom.url },
        },
      },
    ])
    test.clock.set(addMinutes(test.clock.now(), 49 * 60))
    const jobs = await startJobs(test.workspace, { allowLoopback: true })
    await expect
      .poll(
        () =>
          wecom
            .messages()
            .map((message) => message.touser.join())
            .toSorted(),
        { timeout: 15_000 },
      )
      .toEqual(['lina', 'xlboss'])
    await jobs.stop()
    await wecom.stop()
  })

  it('takes up what was stored and not processed', async () => {
    const now = test.clock.now()
    await test.workspace.db.transaction((tx) =>
      insertCaptures(tx, [
        {
          id: newId(now),
          sourceId: 'website',
          eventId: 'left-behind',
          receivedAt: now,
          occurredAt: null,
          payload: { name: '林女士', phone: '13800001111' },
          attribution: {},
          actorKind: 'form',
          actorId: 'website',
          status: 'received',
          reason: 'not-processed',
          issues: null,
          recordId: null,
          processedAt: null,
        },
      ]),
    )
    const jobs = await startJobs(test.workspace)
    await expect
      .poll(() => count(`w.capture WHERE event_id = 'left-behind' AND status = 'stored'`), { timeout: 15_000 })
      .toBe(1)
    await jobs.stop()
  })

  it('takes away uploads that belong to nothing, after a week', async () => {
    const old = await storeFile(test.contextOf('lina'), { name: 'old.gif', bytes: gif })
    test.clock.set(addMinutes(test.clock.now(), 8 * 24 * 60))
    const fresh = await storeFile(test.contextOf('lina'), { name: 'fresh.gif', bytes: gif })
    const jobs = await startJobs(test.workspace)
    await expect.poll(() => existsSync(pathOfFile(test.workspace, old.id)), { timeout: 15_000 }).toBe(false)
    await jobs.stop()
    expect(existsSync(pathOfFile(test.workspace, fresh.id))).toBe(true)
    expect(await count('w.file')).toBe(1)
  })

  it('stops at once when there is nothing to do', async () => {
    const jobs = await startJobs(test.workspace)
    await jobs.stop()
    test.clock.set(addMinutes(test.clock.now(), 72 * 60))
    expect(await count('w.notice')).toBe(0)
  })
})
