import type { Access, Actor } from '@jieli/core'
import type { Database } from '../../database/database.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Log } from '../../runtime/log.ts'
import type { ConfigStore } from '../config/config-store.ts'
import type { FieldUses } from '../indexes/field-uses.ts'
import type { DirectoryStore } from '../directory/directory-store.ts'
import type { RecordHook } from '../records/record-hook.ts'
import type { ShareReach } from '../shares/share-reach.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import type { CommitFeed } from './commit-feed.ts'

/** One company's installation, opened in this process. */
export interface Workspace {
  readonly id: string
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly config: ConfigStore
  readonly directory: DirectoryStore
  readonly commits: CommitFeed
  readonly shareReach: ShareReach
  /** By what fields records are filtered and sorted, until the index keeper takes note. */
  readonly fieldUses: FieldUses
  readonly hooks: readonly RecordHook[]
  readonly secrets: SecretStore
  /** Where uploaded files and other things outside the database are kept. */
  readonly home: string
  /** As people reach it, for links in messages: `http://localhost:3000`. */
  readonly publicUrl: string
  /** Signs the tokens of public forms. */
  readonly formSecret: string
  /** Submissions a minute that one address may send to public forms; a campus's tablets share one. */
  readonly formLimit: number
}

/** The event that set a change going; carried along so that chains can be followed and loops seen. */
export interface Cause {
  causeId: string
  rootId: string
  depth: number
}

/** What every use case gets first: who, where, when, and why. */
export interface Context {
  readonly workspace: Workspace
  readonly actor: Actor
  readonly access: Access
  readonly now: string
  readonly cause?: Cause
}
