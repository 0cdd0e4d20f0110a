import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { must } from '@jieli/core'
import { createHttpServer } from '../../api/http-server.ts'
import { ApiClient } from '../../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { createApiKey, findUserOfKey, revokeApiKey } from '../sign-in/api-keys.ts'
import { forgetOldPlaces } from '../sign-in/log-sign-in.ts'
import { setPassword } from '../users/set-password.ts'
import { findAudit } from './find-audit.ts'
import { findFaultsBeside, type FaultBeside } from './verify-beside.ts'

let test: TestWorkspace
let server: FastifyInstance
const key = { value: '', id: '' }

beforeAll(async () => {
  test = await openTestWorkspace({ accounts: true, now: new Date().toISOString() })
  server = await createHttpServer(test.app)
  const lina = new ApiClient(server)
  await lina.signIn('lina')
  await lina.signIn('lina', 'wrong-horse')
  await lina.signIn('secret-typed-as-login', 'wrong-horse')
  await lina.call('DELETE', '/api/v1/session')
  await setPassword(test.contextOf('admin'), { userId: must(test.ids.users['gaoyuan']) })
  const made = await createApiKey(test.contextOf('admin'), { userId: must(test.ids.users['admin']), label: 'ERP' })
  Object.assign(key, { value: made.key, id: made.id })
  const place = { ip: '192.0.2.7', userAgent: 'curl/8' }
  for (let use = 0; use < 3; use++) await findUserOfKey(test.workspace, made.key, place)
  await revokeApiKey(test.contextOf('admin'), made.id)
})
afterAll(async () => {
  await server.close()
  await test.close()
})

/** Tampers inside a transaction that is undone afterwards. */
const after = async (tamper: string): Promise<FaultBeside[]> => {
  const undo = new Error('undo')
  let found: FaultBeside[] = []
  await test.workspace.db
    .transaction(async (tx) => {
      await tx.query(tamper)
      found = await findFaultsBeside(tx)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return found
}

describe('settings', () => {
  it('are as their history leaves them, and that as the log sealed it', async () => {
    expect(await findFaultsBeside(test.workspace.db)).toEqual([])
  })

  it('that were altered, added or taken away by hand are found', async () => {
    const role = `kind = 'role' AND id = 'consultant'`
    const grant = await after(`UPDATE w.config_item SET item = jsonb_set(item, '{abilities}', '["configure"]') WHERE ${role}`)
    expect(grant).toMatchObject([{ kind: 'setting', subject: 'role/consultant' }])
    expect(await after(`DELETE FROM w.config_item WHERE ${role}`)).toMatchObject([{ subject: 'role/consultant' }])
    const slip = `INSERT INTO w.config_item (kind, id, item, updated_at) SELECT kind, 'ghost', item, now() FROM w.config_item WHERE ${role}`
    expect(await after(slip)).toMatchObject([{ subject: 'role/ghost' }])
  })

  it('cannot be altered together with their history, nor the history alone', async () => {
    const both = `WITH one AS (UPDATE w.config_item SET item = jsonb_set(item, '{abilities}', '["configure"]')
        WHERE kind = 'role' AND id = 'consultant' RETURNING item)
      UPDATE w.config_change SET after = one.item FROM one WHERE kind = 'role' AND id = 'consultant'`
    expect(await after(both)).toMatchObject([{ kind: 'setting', subject: 'role/consultant', eventId: expect.any(String) }])
    for (const tamper of [
      `UPDATE w.config_change SET actor = '{"kind":"user","id":null}' WHERE kind = 'role' AND id = 'consultant'`,
      `UPDATE w.config_change SET at = at + interval '1 second' WHERE kind = 'role' AND id = 'consultant'`,
    ])
      expect(await after(tamper)).toMatchObject([{ subject: 'role/consultant' }])
    expect(await after(`DELETE FROM w.config_change WHERE kind = 'calendar'`)).not.toEqual([])
  })

  it('are listed for whoever reads the log, by name and without what they say', async () => {
    const consultant = must(test.workspace.config.current.item('role', 'consultant'))
    await changeConfig(test.contextOf('admin'), [{ kind: 'role', id: 'consultant', item: { ...consultant, order: 7 } }])
    const [entry] = (await findAudit(test.contextOf('admin'), { group: 'settings' })).entries
    expect(entry).toMatchObject({ kind: 'setting.changed', title: expect.stringContaining('角色'), data: { action: 'change' } })
    expect(entry?.actor.id).toBe(test.ids.users['admin'])
  })

  it('that a migration changes are logged as changes, and nothing else is made good by it', async () => {
    const faults = await after(`DO $$ BEGIN
      UPDATE w.config_item SET item = item || '{"by":"migration"}' WHERE kind = 'role' AND id = 'consultant';
      PERFORM w.record_migrated_settings();
    END $$`)
    expect(faults).toEqual([])
  })
})

describe('sign-ins', () => {
  it('are in the log with who, from where and on what, and no secret is', async () => {
    const { entries } = await findAudit(test.contextOf('admin'), { group: 'access' })
    expect(entries.map(({ kind, title }) => [kind, title])).toEqual([
      ['key.revoked', '孟扬'],
      ['key.first-used', '孟扬'],
      ['key.made', '孟扬'],
      ['password.changed', '高远'],
      ['session.ended', '李娜'],
      ['session.refused', null],
      ['session.refused', '李娜'],
      ['session.started', '李娜'],
    ])
    const [first] = entries.filter(({ kind }) => kind === 'key.first-used')
    expect(first).toMatchObject({ place: { ip: '192.0.2.7', device: '' }, data: { label: 'ERP' } })
    const [row] = await test.workspace.db.query<{ text: string }>(
      `SELECT string_agg(e::text, ' ') || (SELECT string_agg(p::text, ' ') FROM w.sign_in_place p) AS text FROM w.event e WHERE object = 'session'`,
    )
    for (const secret of ['secret-typed-as-login', 'wrong-horse', 'correct-horse', key.value])
      expect(row?.text).not.toContain(secret)
  })

  it('are not for those who may not read the log', async () => {
    await expect(findAudit(test.contextOf('lina'), { group: 'access' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('whose place was altered or taken away are found', async () => {
    expect(await after(`UPDATE w.sign_in_place SET ip = '10.0.0.1' WHERE ip = '192.0.2.7'`)).toMatchObject([{ kind: 'place' }])
    expect(await after(`DELETE FROM w.sign_in_place WHERE ip = '192.0.2.7'`)).toMatchObject([{ kind: 'place' }])
  })

  it('forget where they came from after half a year, and the log is sound without it', async () => {
    await test.workspace.db.query(`UPDATE w.event SET at = at - interval '200 days' WHERE object = 'session'`)
    await test.workspace.db.query(`UPDATE w.sign_in_place SET at = at - interval '200 days'`)
    await forgetOldPlaces(test.system())
    expect(await test.workspace.db.query('SELECT 1 FROM w.sign_in_place')).toEqual([])
    expect(await findFaultsBeside(test.workspace.db)).toEqual([])
  })
})
