import { AppError, configKinds, must, NO_RECORD, type ConfigKind, type ConfigOf, type Role } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { writeEvents, type NewEvent } from '../records/event-log.ts'
import { guardRoles, type RoleEdit } from '../users/guard-roles.ts'
import type { Context } from '../workspace/workspace.ts'
import { withNextVersion } from './next-version.ts'

/**
 * A setting as it is to be; `item` null takes it away. `rev` is the one that was read, when the writer wants to be told of
 * others; 0 when there was none.
 */
export interface ConfigChange<K extends ConfigKind = ConfigKind> {
  kind: K
  id: string
  item: unknown
  rev?: number
  /** Somebody changed the item in place, so one that has versions gets its next; a file brings its own. */
  isEdit?: boolean
}

/** Changes settings: checks them, writes them with before and after, moves the version, and lets everyone read anew. */
export const changeConfig = async (context: Context, changes: ConfigChange[]): Promise<void> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  await context.workspace.db.transaction((tx) => writeConfig(context, tx, changes))
  await context.workspace.config.refresh()
}

/** The same inside a transaction that does more; the caller refreshes the store after it. */
export const writeConfig = async (context: Context, tx: Transaction, changes: ConfigChange[]): Promise<void> => {
  const version = await nextVersion(tx)
  const roles: RoleEdit[] = []
  const events: NewEvent[] = []
  for (const change of changes) {
    const [before] = await tx.query<Stored>(
      'SELECT item, rev, updated_by AS "updatedBy" FROM w.config_item WHERE kind = $1 AND id = $2 FOR UPDATE',
      [change.kind, change.id],
    )
    if (change.rev !== undefined && (before?.rev ?? 0) !== change.rev) throw conflict(context, before)
    const given = change.item === null ? null : checked(change.kind, change.item)
    const item = change.isEdit ? withNextVersion(before?.item, given) : given
    await store(context, tx, change, item)
    if (change.kind === 'role') roles.push({ before: (before?.item ?? null) as Role | null, after: item as Role | null })
    events.push(await record(context, tx, { version, change, before: before?.item ?? null, after: item }))
  }
  writeEvents(context, tx, events)
  if (roles.length > 0) await guardRoles(context, tx, roles)
  tx.afterCommit(() => context.workspace.commits.publish({ objects: [], noticed: [], metaVersion: version }))
}

interface Stored {
  item: unknown
  rev: number
  updatedBy: string | null
}

/** Somebody was faster: who, where it is known. */
const conflict = ({ workspace }: Context, before: Stored | undefined): AppError => {
  const by = workspace.directory.current.users.get(before?.updatedBy ?? '')?.name
  return new AppError('config-conflict', by === undefined ? {} : { details: { by } })
}

/**
 * Writes the change into the history and gives the event that seals it. The event has the hash of the row, not the setting:
 * what a setting says is told by the history, to those who configure.
 */
const record = async (
  context: Context,
  tx: Transaction,
  { version, change, before, after }: { version: number; change: ConfigChange; before: unknown; after: unknown },
): Promise<NewEvent> => {
  const [row] = await tx.query<{ seal: string }>(
    `INSERT INTO w.config_change AS c (version, at, actor, kind, id, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING w.config_change_seal(c.version, c.at, c.actor, c.kind, c.id, c.before, c.after) AS seal`,
    [
      version,
      context.now,
      JSON.stringify(context.actor),
      change.kind,
      change.id,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    ],
  )
  const action = before === null ? 'create' : after === null ? 'remove' : 'change'
  return {
    kind: 'setting.changed',
    object: 'setting',
    recordId: NO_RECORD,
    data: { version, kind: change.kind, id: change.id, action, seal: must(row).seal },
  }
}

/** Moves the workspace's version; the row's lock also makes changes of settings follow one another. */
export const nextVersion = async (tx: Transaction): Promise<number> => {
  const [row] = await tx.query<{ version: number }>('UPDATE w.workspace SET version = version + 1 RETURNING version')
  return row?.version ?? 0
}

const checked = <K extends ConfigKind>(kind: K, item: unknown): ConfigOf<K> => {
  const result = configKinds[kind].safeParse(item)
  if (result.success) return result.data as ConfigOf<K>
  throw new AppError('invalid-values', {
    issues: result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: 'invalid-setting',
      params: { reason: issue.message },
    })),
  })
}

const store = async (context: Context, tx: Transaction, change: ConfigChange, item: unknown): Promise<void> => {
  if (item === null) {
    await tx.query('DELETE FROM w.config_item WHERE kind = $1 AND id = $2', [change.kind, change.id])
    return
  }
  await tx.query(
    `INSERT INTO w.config_item (kind, id, item, updated_at, updated_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, id) DO UPDATE SET item = excluded.item, rev = config_item.rev + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [change.kind, change.id, JSON.stringify(item), context.now, context.access.userId],
  )
}
