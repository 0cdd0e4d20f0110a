import { createPool, Database } from '../../database/database.ts'
import { migrateWorkspace } from '../../database/migrate.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Log } from '../../runtime/log.ts'
import { alignTransactions } from '../audit/seal-events.ts'
import { assignmentHooks } from '../assignment/assignment-hooks.ts'
import { ConfigStore } from '../config/config-store.ts'
import { directoryHooks } from '../directory/directory-hooks.ts'
import { DirectoryStore } from '../directory/directory-store.ts'
import { handoverHooks } from '../handover/waiting-handovers.ts'
import { lossHooks } from '../follow-ups/loss-hooks.ts'
import { FieldUses } from '../indexes/field-uses.ts'
import type { RecordHook } from '../records/record-hook.ts'
import { ShareReach } from '../shares/share-reach.ts'
import { SecretStore, type SecretBox } from '../secrets/secret-store.ts'
import { createSignInService, type SignInService } from '../sign-in/sign-in-service.ts'
import { userHooks } from '../users/user-hooks.ts'
import { CommitFeed } from './commit-feed.ts'
import { LiveSignal } from './live-signal.ts'
import type { Workspace } from './workspace.ts'

export interface OpenOptions {
  databaseUrl: string
  /** Name of the workspace: its schema is `w_<id>`. */
  id: string
  home: string
  publicUrl: string
  clock: Clock
  log: Log
  secretBox: SecretBox
  signInSecret: string
  formSecret: string
  formLimit?: number
  poolSize?: number
}

export interface OpenWorkspace {
  workspace: Workspace
  signIn: SignInService
  /** True when nothing is installed in it yet. */
  isEmpty: boolean
  close(): Promise<void>
}

/** What features add to the writing of records; the order is the order in which they run. */
const hooks: readonly RecordHook[] = [...directoryHooks, ...userHooks, ...assignmentHooks, ...lossHooks, ...handoverHooks]

/** Opens a workspace in this process: newest schema, settings and directory in memory, word from other processes heard. */
export const openWorkspace = async (options: OpenOptions): Promise<OpenWorkspace> => {
  const schema = `w_${options.id}`
  const pool = createPool(options.databaseUrl, options.poolSize ?? 12)
  // The error carries the whole connection with it, which belongs in no log.
  pool.on('error', (error) => options.log.warn({ reason: error.message }, 'an idle database connection broke'))
  await migrateWorkspace(pool, schema, options.log)
  const db = new Database(pool, schema, options.log)
  await alignTransactions(db)
  const config = await ConfigStore.open(db)
  const directory = await DirectoryStore.open(db, config)
  const shareReach = await ShareReach.open(db, options.clock)
  const commits = new CommitFeed()
  const secrets = new SecretStore(db, options.secretBox)
  const workspace: Workspace = {
    id: options.id,
    db,
    clock: options.clock,
    log: options.log,
    config,
    directory,
    commits,
    shareReach,
    fieldUses: new FieldUses(),
    hooks,
    secrets,
    home: options.home,
    publicUrl: options.publicUrl,
    formSecret: options.formSecret,
    formLimit: options.formLimit ?? 60,
  }
  commits.subscribe((commit) => {
    for (const share of commit.shared ?? []) shareReach.add(share)
    if (commit.metaVersion !== undefined) void refresh(workspace)
  })
  const signal = new LiveSignal(options.databaseUrl, schema, commits, options.log)
  await signal.start()
  return {
    workspace,
    signIn: createSignInService(pool, schema, { secret: options.signInSecret, publicUrl: options.publicUrl }),
    isEmpty: config.current.objects.size === 0,
    close: async () => {
      await signal.stop()
      await pool.end()
    },
  }
}

const refresh = async (workspace: Workspace): Promise<void> => {
  try {
    await workspace.config.refresh()
    await workspace.directory.refresh()
    await workspace.shareReach.refresh()
    workspace.secrets.forget()
  } catch (error) {
    workspace.log.error({ err: error }, 'settings could not be read anew')
  }
}
