import type { Value } from '@jieli/core'

export type Values = Record<string, Value>

/** One thing to do to one record. `values` may be raw: the write function cleans and checks them unless told they are clean. */
export type Operation =
  | {
      action: 'create'
      id?: string
      values: Record<string, unknown>
      ownerId?: string | null
      departmentPath?: string | null
      createdAt?: string
    }
  | { action: 'update'; id: string; rev?: number; values: Record<string, unknown>; ownerId?: string | null }
  | { action: 'delete'; id: string; rev?: number }
  | { action: 'restore'; id: string }

/** A batch on one object: all of it happens or none. */
export interface Change {
  object: string
  operations: readonly Operation[]
  /** Values come from `cleanValues` already (the capture doors), so they are not parsed a second time. */
  isClean?: boolean
  /** A revision that is no longer the record's is refused only where others changed the same fields since. */
  merges?: boolean
  /** Records made in this transaction by who made them: their first rows need no right to change them. */
  newParents?: ReadonlySet<string>
  /** The identities of new records are already claimed for them (capture decides races before it writes). */
  identitiesClaimed?: boolean
}

/** A record as the write function saw or made it. */
export interface StoredRecord {
  id: string
  rev: number
  ownerId: string | null
  departmentPath: string | null
  createdAt: string
  createdBy: string | null
  values: Values
}

/** What became of an operation. `before` is null for a new record; nothing changed: same `rev`, no event. */
export interface Applied {
  action: Operation['action']
  before: StoredRecord | null
  after: StoredRecord
  changed: boolean
  /** The event that tells of it; what it sets going names it as its cause. */
  eventId: string | null
}
