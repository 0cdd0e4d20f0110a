import { must } from '@jieli/core'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeOne } from '../records/apply-change.ts'
import { lastSeal } from './audit-queries.ts'
import { alignTransactions, headsFile, sealEvents } from './seal-events.ts'
import { exportAudit, verifyAudit, verifyExport, type AuditVerdict } from './verify-audit.ts'

let test: TestWorkspace
let lead: string

beforeAll(async () => {
  test = await openTestWorkspace()
  lead = await buildLead(test)
  await sealAll()
  await changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: lead, values: { note: '第二次' } })
  await sealAll()
  await changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: lead, values: { note: '第三次' } })
  await sealAll()
})
afterAll(() => test.close())

/** Other tests write to databases of the same server, and what they have not finished holds the sealer back as well. */
const sealAll = async (workspace = test.workspace): Promise<void> => {
  const isLeft = async (): Promise<boolean> => {
    const rows = await workspace.db.query(
      'SELECT 1 FROM w.event WHERE tx >= coalesce((SELECT max(to_tx) FROM w.audit_seal), 0) LIMIT 1',
    )
    return rows.length > 0
  }
  for (;;) {
    while (await sealEvents(workspace));
    if (!(await isLeft())) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const verdict = (): Promise<AuditVerdict> => verifyAudit(test.workspace.db, test.workspace.home)
const sql = (text: string, params: unknown[] = []) => test.workspace.db.query<{ id: string }>(text, params)
const eventOf = async (note: string): Promise<string> =>
  must((await sql(`SELECT id FROM w.event WHERE changes -> 'note' ->> 'after' = $1`, [note]))[0]).id

/** Tampers inside a transaction that is undone afterwards. */
const after = async (tamper: string, params: unknown[] = []): Promise<AuditVerdict> => {
  let found: AuditVerdict | undefined
  const undo = new Error('undo')
  await test.workspace.db
    .transaction(async (tx) => {
      await tx.query(tamper, params)
      found = await verifyAudit(tx, test.workspace.home)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return must(found)
}

describe('the sealed log', () => {
  it('verifies as long as nobody touches it, and covers every event', async () => {
    const [row] = await test.workspace.db.query<{ count: number }>('SELECT count(*)::int AS count FROM w.event')
    expect(await verdict()).toMatchObject({ faults: [], events: row?.count })
  })

  it('shows the very row that was changed', async () => {
    const id = await eventOf('第二次')
    const { faults } = await after(`UPDATE w.event SET changes = jsonb_set(changes, '{note,after}', '"别的"') WHERE id = $1`, [
      id,
    ])
    expect(faults).toMatchObject([{ kind: 'events', eventId: id }])
    expect((await after('UPDATE w.event SET actor_id = NULL WHERE id = $1', [id])).faults).toHaveLength(1)
    expect((await after(`UPDATE w.event SET at = at + interval '1 microsecond' WHERE id = $1`, [id])).faults).toHaveLength(1)
  })

  it('misses a row that was taken away, and notices one that was slipped in', async () => {
    const id = await eventOf('第二次')
    expect((await after('DELETE FROM w.event WHERE id = $1', [id])).faults).toMatchObject([
      { kind: 'events', sealed: 1, found: 0 },
    ])
    const slip = (tx: string) => `INSERT INTO w.event (id, at, kind, object, record_id, actor_kind, tx)
      SELECT gen_random_uuid(), at, kind, object, record_id, actor_kind, ${tx} FROM w.event WHERE id = $1`
    expect((await after(slip('tx'), [id])).faults).toMatchObject([{ kind: 'events', found: 2 }])
    expect((await after(slip('NULL'), [id])).faults).toMatchObject([{ seal: 0, kind: 'events' }])
  })

  it('notices links that were taken out or written anew', async () => {
    expect((await after('DELETE FROM w.audit_seal WHERE number = 1')).faults[0]).toMatchObject({ kind: 'chain' })
    const last = must(await lastSeal(test.workspace.db)).number
    expect((await after('DELETE FROM w.audit_seal WHERE number = $1', [last])).faults).toMatchObject([
      { seal: last, kind: 'chain' },
    ])
    expect((await after(`UPDATE w.audit_seal SET hash = sha256('') WHERE number = $1`, [last])).faults).toHaveLength(1)
  })

  it('notices that all of it was written anew, by the head that is kept beside the database', async () => {
    const other = await openTestWorkspace()
    await buildLead(other)
    await sealAll(other.workspace)
    await other.workspace.db.query(`UPDATE w.event SET kind = 'record.updated'`)
    await other.workspace.db.query('DELETE FROM w.audit_seal')
    const heads = headsFile(other.workspace.home)
    const kept = await import('node:fs/promises').then(({ readFile }) => readFile(heads, 'utf8'))
    await sealAll({ ...other.workspace, home: `${other.workspace.home}/elsewhere` })
    expect((await verifyAudit(other.workspace.db, null)).faults).toEqual([])
    expect(kept).not.toBe('')
    expect((await verifyAudit(other.workspace.db, other.workspace.home)).faults.length).toBeGreaterThan(0)
    await other.close()
  })

  it('leaves for later what is still being written, and then seals it', async () => {
    const { db } = test.workspace
    await sealAll()
    const before = must(await lastSeal(db)).number
    await db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO w.event (id, at, kind, object, record_id, actor_kind) VALUES (gen_random_uuid(), now(), 'record.updated', 'lead', $1, 'system')`,
        [lead],
      )
      // Somebody who began later is done sooner: neither may be sealed before the other is over.
      await changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: lead, values: { subject: 'ielts' } })
      expect(await sealEvents(test.workspace)).toBe(false)
    })
    await sealAll()
    expect(must(await lastSeal(db))).toMatchObject({ number: before + 1, count: 2 })
    expect((await verdict()).faults).toEqual([])
  })

  it('goes on where it ended on a server whose transactions count from the beginning', async () => {
    const { db } = test.workspace
    const last = must(await lastSeal(db))
    await db.query('UPDATE w.audit_seal SET to_tx = to_tx + 1000000000 WHERE number = $1', [last.number])
    await alignTransactions(db)
    await changeOne(test.contextOf('lina'), 'lead', { action: 'update', id: lead, values: { note: '搬家后' } })
    await sealAll()
    expect(must(await lastSeal(db))).toMatchObject({ number: last.number + 1, count: 1 })
    await db.query('DELETE FROM w.audit_seal WHERE number > $1', [last.number])
    await rm(headsFile(test.workspace.home))
  })
})

describe('an exported log', () => {
  it('is verified without a database, and shows a line that was changed or lost', async () => {
    const text: string[] = []
    for await (const line of exportAudit(test.workspace.db)) text.push(line.trimEnd())
    const check = (lines: string[]) =>
      verifyExport(
        (async function* () {
          yield* lines
        })(),
      )
    // The link whose end was moved above is not as it was sealed; all before it is.
    const end = text.findLastIndex((line) => line.startsWith('{'))
    const sound = text.slice(0, end)
    expect((await check(sound)).faults).toEqual([])
    const at = sound.findIndex((line) => line.includes('第二次'))
    expect((await check(sound.with(at, must(sound[at]).replace('第二次', '别的')))).faults).toHaveLength(1)
    expect((await check(sound.toSpliced(at, 1))).faults).toMatchObject([{ kind: 'events', sealed: 1, found: 0 }])
  })
})
