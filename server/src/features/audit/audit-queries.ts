import { createHash } from 'node:crypto'
import type { Queryable } from '../../database/database.ts'

/** Events whose transaction number lies in [from, to); `from` null: those of before the chain, which have none. */
export interface SealRange {
  from: number | null
  to: number
}

/**
 * An event as one line, the same wherever it is read: jsonb is written in one order only, and moments in UTC to the
 * microsecond. It is what is hashed, and what an exported log consists of.
 */
const line = `jsonb_build_array(e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind, e.object, e.record_id,
  e.actor_kind, e.actor_id, e.cause_id, e.root_id, e.depth, e.changes, e.data)::text`

const within = ({ from }: SealRange): string =>
  from === null ? 'e.tx IS NULL AND $1::bigint IS NULL AND $2::bigint IS NOT NULL' : 'e.tx >= $1 AND e.tx < $2'

export interface RangeDigest {
  count: number
  /** The hash over the events' hashes. */
  body: Buffer
  leaves: Buffer
}

/** What stands in a range now, hashed where it lies: a hundred bytes come over the wire, not the events. */
export const digestOf = async (db: Queryable, range: SealRange): Promise<RangeDigest> => {
  const [row] = await db.query<{ count: number; body: Buffer; leaves: Buffer }>(
    `SELECT count(*)::int AS count, sha256(coalesce(string_agg(leaf, ''::bytea ORDER BY id), ''::bytea)) AS body,
       coalesce(string_agg(substring(leaf FROM 1 FOR 8), ''::bytea ORDER BY id), ''::bytea) AS leaves
     FROM (SELECT e.id, sha256(convert_to(${line}, 'UTF8')) AS leaf FROM w.event e WHERE ${within(range)}) hashed`,
    [range.from, range.to],
  )
  return row ?? { count: 0, body: Buffer.alloc(0), leaves: Buffer.alloc(0) }
}

/** The lines of a range, in the order in which they are hashed. */
export const linesOf = async (db: Queryable, range: SealRange): Promise<{ id: string; line: string }[]> =>
  db.query(`SELECT e.id, ${line} AS line FROM w.event e WHERE ${within(range)} ORDER BY e.id`, [range.from, range.to])

export interface Seal extends SealRange {
  number: number
  at: string
  count: number
  leaves: Buffer
  hash: Buffer
}

const sealColumns = 'number, at, from_tx AS "from", to_tx AS "to", count, leaves, hash'

export const lastSeal = async (db: Queryable): Promise<Seal | undefined> =>
  (await db.query<Seal>(`SELECT ${sealColumns} FROM w.audit_seal ORDER BY number DESC LIMIT 1`))[0]

export const sealsAfter = (db: Queryable, number: number, limit: number): Promise<Seal[]> =>
  db.query<Seal>(`SELECT ${sealColumns} FROM w.audit_seal WHERE number > $1 ORDER BY number LIMIT $2`, [number, limit])

export const hashOf = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()

/** The hash of a link: the one before, what the link says of itself, and its events. */
export const hashOfSeal = (
  previous: Buffer,
  { number, from, to, count }: Pick<Seal, 'number' | 'from' | 'to' | 'count'>,
  body: Buffer,
): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(`${number} ${from ?? '-'} ${to} ${count}\n`)
    .update(body)
    .digest()

/** Before the first link. */
export const beginning = Buffer.alloc(32)
