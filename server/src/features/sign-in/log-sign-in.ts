import { createHash, randomBytes } from 'node:crypto'
import { must, NO_RECORD, type Actor, type EventKind } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { writeEvents } from '../records/event-log.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { deviceOf } from './device-of.ts'

/** Where somebody came from. */
export interface Place {
  ip: string
  userAgent: string
}

/** Half a year: what the law on networks asks for at least; then where somebody signed in is forgotten. */
export const PLACE_DAYS = 180

interface SignInEvent {
  kind: Extract<EventKind, `session.${string}` | `password.${string}` | `key.${string}`>
  /** Null: a login that nobody has. What was typed is not kept: people type passwords into the wrong field. */
  userId: string | null
  /** Who did it, when it is not the person themselves. */
  actor?: Actor
  place?: Place
  data?: Record<string, string>
}

/**
 * Writes a sign-in, or what belongs to one, into the sealed log. The place stands apart under a salted hash that the log
 * keeps, so that it can be forgotten without breaking the chain, and not altered while it is there.
 */
export const logSignIn = (context: Context, tx: Transaction, { kind, userId, actor, place, data = {} }: SignInEvent): void => {
  const kept = place && sealed(place)
  const [id] = writeEvents(context, tx, [
    {
      kind,
      object: 'session',
      recordId: userId ?? NO_RECORD,
      actor: actor ?? (userId === null ? { kind: 'system', id: null } : { kind: 'user', id: userId }),
      data: { ...data, ...(kept ? { place: kept.seal } : {}) },
    },
  ])
  if (!kept) return
  tx.send('INSERT INTO w.sign_in_place (event_id, at, ip, device, salt) VALUES ($1, $2, $3, $4, $5)', [
    must(id),
    context.now,
    kept.ip,
    kept.device,
    kept.salt,
  ])
}

/** The same in a transaction of its own, before anybody is signed in. */
export const logSignInOf = (workspace: Workspace, event: SignInEvent): Promise<void> =>
  workspace.db.transaction(async (tx) => logSignIn(systemContext(workspace), tx, event))

const sealed = ({ ip, userAgent }: Place): { ip: string; device: string; salt: string; seal: string } => {
  const [device, salt] = [deviceOf(userAgent), randomBytes(16).toString('hex')]
  return { ip, device, salt, seal: createHash('sha256').update([salt, ip, device].join('|')).digest('hex') }
}

/** Forgets where people signed in longer ago than it is kept for. */
export const forgetOldPlaces = async ({ workspace: { db }, now }: Context): Promise<void> =>
  void (await db.query('DELETE FROM w.sign_in_place WHERE at < $1', [addMinutes(now, -PLACE_DAYS * 24 * 60)]))
