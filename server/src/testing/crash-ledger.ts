import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must, type ObjectInfo } from '@jieli/core'
import { closedStages } from '../features/assignment/closed-stages.ts'
import { openWorkspace } from '../features/workspace/open-workspace.ts'
import { systemContext } from '../features/workspace/contexts.ts'
import type { Workspace } from '../features/workspace/workspace.ts'
import { systemClock } from '../runtime/clock.ts'
import { createLog } from '../runtime/log.ts'
import { createSecretBox } from '../runtime/secret-box.ts'
import { embeddedDatabaseUrl } from './crash-program.ts'

/** Opens the running program's database beside it, to read what it really holds. */
export const openBeside = async (home: string): Promise<{ workspace: Workspace; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'jieli-beside-'))
  const opened = await openWorkspace({
    databaseUrl: await embeddedDatabaseUrl(home),
    id: 'main',
    home: folder,
    publicUrl: 'http://localhost',
    clock: systemClock,
    log: createLog('silent'),
    secretBox: createSecretBox(new Uint8Array(32)),
    signInSecret: 'reads only, signs nobody in, at all',
    formSecret: 'none',
    poolSize: 3,
  })
  return {
    workspace: opened.workspace,
    close: async () => {
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the database holds of one customer who came in while the program was being killed. */
export interface LeadOnRecord {
  id: string
  phone: string
  ownerId: string | null
  touchCount: number
  captures: number
  firstCaptures: number
  identities: number
  created: number
  touched: number
  decisions: number
  decidedOwnerId: string | null
  timers: number
  assignedNotices: number
  deliveries: number
}

const columnOf = (info: ObjectInfo, name: string): string => must(info.fields.get(name)?.column, name)

/** Every lead that an envelope with the marker belongs to, with all that hangs on it counted anew from the rows. */
export const readLedger = (workspace: Workspace, marker: string): Promise<LeadOnRecord[]> => {
  const lead = must(workspace.config.current.objects.get('lead'))
  const count = (what: string): string => `(SELECT count(*)::int FROM ${what})`
  return workspace.db.query<LeadOnRecord>(
    `SELECT l.id, l.${columnOf(lead, 'phone')} AS phone, l.owner_id AS "ownerId", l.${columnOf(lead, 'touchCount')}::int AS "touchCount",
       ${count('w.capture c WHERE c.record_id = l.id')} AS captures,
       ${count(`w.capture c WHERE c.record_id = l.id AND c.status = 'stored'`)} AS "firstCaptures",
       ${count(`w.identity i WHERE i.object = 'lead' AND i.record_id = l.id`)} AS identities,
       ${count(`w.event e WHERE e.record_id = l.id AND e.kind = 'record.created'`)} AS created,
       ${count(`w.event e WHERE e.record_id = l.id AND e.kind = 'lead.touched'`)} AS touched,
       ${count('w.assignment_decision d WHERE d.record_id = l.id')} AS decisions,
       (SELECT min(d.owner_id::text) FROM w.assignment_decision d WHERE d.record_id = l.id) AS "decidedOwnerId",
       ${count('w.timer t WHERE t.record_id = l.id')} AS timers,
       ${count(`w.notice n WHERE n.record_id = l.id AND n.kind = 'lead-assigned' AND n.user_id = l.owner_id`)} AS "assignedNotices",
       ${count(`w.delivery d JOIN w.notice n ON n.id = d.notice_id WHERE n.record_id = l.id AND n.kind = 'lead-assigned'`)} AS deliveries
     FROM w.${lead.table} l WHERE l.deleted_at IS NULL AND l.id IN (SELECT record_id FROM w.capture WHERE payload::text LIKE $1)`,
    [`%${marker}%`],
  )
}

/** How often each event was stored, by its marker, and what became of it. */
export const readEnvelopes = async (
  workspace: Workspace,
  marker: string,
): Promise<Map<string, { count: number; status: string }>> => {
  const rows = await workspace.db.query<{ marker: string; count: number; status: string }>(
    `SELECT m.marker, count(*)::int AS count, min(status) AS status
     FROM w.capture c, LATERAL (SELECT substring(c.payload::text FROM $1) AS marker) m WHERE m.marker IS NOT NULL GROUP BY 1`,
    [`${marker}-\\d+`],
  )
  return new Map(rows.map((row) => [row.marker, row]))
}

/** People whose counter differs from the open leads they really hold. */
export const findWrongCounters = (workspace: Workspace): Promise<{ userId: string; counted: number; held: number }[]> => {
  const lead = must(workspace.config.current.objects.get('lead'))
  return workspace.db.query(
    `SELECT coalesce(a.user_id, h.owner_id) AS "userId", coalesce(a.holding, 0) AS counted, coalesce(h.held, 0) AS held
     FROM w.assignee a FULL JOIN (
       SELECT owner_id, count(*)::int AS held FROM w.${lead.table}
       WHERE deleted_at IS NULL AND owner_id IS NOT NULL AND NOT (coalesce(${columnOf(lead, 'stage')}, '') = ANY($1)) GROUP BY 1
     ) h ON h.owner_id = a.user_id WHERE coalesce(a.holding, 0) <> coalesce(h.held, 0)`,
    [[...closedStages(systemContext(workspace))]],
  )
}
