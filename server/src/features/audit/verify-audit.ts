import { readFile } from 'node:fs/promises'
import type { Queryable } from '../../database/database.ts'
import { beginning, digestOf, hashOf, hashOfSeal, linesOf, sealsAfter, type RangeDigest, type Seal } from './audit-queries.ts'
import { headsFile } from './seal-events.ts'
import { findFaultsBeside, type FaultBeside } from './verify-beside.ts'

const AT_ONCE = 200

/** Something that is not as it was sealed. */
export interface AuditFault {
  seal: number
  at: string
  /**
   * `events`: rows were changed, added or taken away; `chain`: a link does not follow from the one before, or is missing;
   * `head`: the whole chain was written anew, for the head kept outside the database is another.
   */
  kind: 'events' | 'chain' | 'head'
  /** Events that were sealed and stand there now. */
  sealed: number
  found: number
  /** The event at which they first differ, when it still exists. */
  eventId?: string
}

export interface AuditVerdict {
  seals: number
  events: number
  /** The last link's hash: whoever keeps it elsewhere can tell later that nothing before it was touched. */
  head: string
  faults: AuditFault[]
  /** Rows that the log answers for without holding them; an exported file has none. */
  beside: FaultBeside[]
}

/** Reckons the whole chain anew from the events as they stand. `home` is where the heads were kept beside the database. */
export const verifyAudit = async (db: Queryable, home: string | null): Promise<AuditVerdict> => {
  const heads = home === null ? new Map<number, string>() : await readHeads(home)
  const faults: AuditFault[] = []
  let previous: Buffer = beginning
  let [expected, events] = [0, 0]
  for (let seals = await sealsAfter(db, -1, AT_ONCE); seals.length > 0; seals = await sealsAfter(db, expected - 1, AT_ONCE)) {
    for (const seal of seals) {
      const digest = await digestOf(db, seal)
      const fault = await faultOf(db, { seal, digest, previous, expected, head: heads.get(seal.number) })
      if (fault) faults.push(fault)
      previous = seal.hash
      expected = seal.number + 1
      events += digest.count
    }
  }
  const missing = [...heads.keys()].filter((number) => number >= expected)
  if (missing[0] !== undefined) faults.push({ seal: missing[0], at: '', kind: 'chain', sealed: 0, found: 0 })
  return { seals: expected, events, head: previous.toString('hex'), faults, beside: await findFaultsBeside(db) }
}

interface Link {
  seal: Seal
  digest: RangeDigest
  previous: Buffer
  expected: number
  head: string | undefined
}

const faultOf = async (db: Queryable, { seal, digest, previous, expected, head }: Link): Promise<AuditFault | null> => {
  const told = { seal: seal.number, at: seal.at, sealed: seal.count, found: digest.count }
  if (digest.count !== seal.count || !digest.leaves.equals(seal.leaves)) {
    const eventId = await firstDifference(db, seal, digest)
    return { ...told, kind: 'events', ...(eventId === undefined ? {} : { eventId }) }
  }
  const isLinked = seal.number === expected && hashOfSeal(previous, seal, digest.body).equals(seal.hash)
  if (!isLinked) return { ...told, kind: 'chain' }
  return head === undefined || head === seal.hash.toString('hex') ? null : { ...told, kind: 'head' }
}

const LEAF = 8

const firstDifference = async (db: Queryable, seal: Seal, digest: RangeDigest): Promise<string | undefined> => {
  const leafAt = (leaves: Buffer, index: number): string => leaves.subarray(index * LEAF, (index + 1) * LEAF).toString('hex')
  const lines = await linesOf(db, seal)
  const index = lines.findIndex((_, at) => leafAt(seal.leaves, at) !== leafAt(digest.leaves, at))
  return lines[index]?.id
}

const readHeads = async (home: string): Promise<Map<number, string>> => {
  const text = await readFile(headsFile(home), 'utf8').catch(() => '')
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(' '))
      .map(([number, hash]) => [Number(number), hash ?? '']),
  )
}

/** The whole chain as text: a line for each link, then its events as they were hashed. */
export async function* exportAudit(db: Queryable): AsyncGenerator<string> {
  for (let last = -1; ;) {
    const seals = await sealsAfter(db, last, AT_ONCE)
    if (seals.length === 0) return
    for (const seal of seals) {
      const { number, at, from, to, count } = seal
      yield `${JSON.stringify({ seal: number, at, from, to, count, hash: seal.hash.toString('hex') })}\n`
      for (const { line } of await linesOf(db, seal)) yield `${line}\n`
      last = number
    }
  }
}

interface OpenLink {
  seal: number
  at: string
  from: number | null
  to: number
  count: number
  hash: string
  leaves: Buffer[]
}

/** The same verdict over an exported file, without any database. */
export const verifyExport = async (lines: AsyncIterable<string>): Promise<AuditVerdict> => {
  const faults: AuditFault[] = []
  let previous: Buffer = beginning
  let [expected, events] = [0, 0]
  let open: OpenLink | undefined
  const close = (): void => {
    if (!open) return
    const { seal, at, from, to, count, leaves } = open
    const hash = hashOfSeal(previous, { number: seal, from, to, count }, hashOf(Buffer.concat(leaves)))
    const told = { seal, at, sealed: count, found: leaves.length }
    if (leaves.length !== count) faults.push({ ...told, kind: 'events' })
    else if (seal !== expected || hash.toString('hex') !== open.hash) faults.push({ ...told, kind: 'chain' })
    previous = Buffer.from(open.hash, 'hex')
    expected = seal + 1
    events += leaves.length
  }
  for await (const line of lines) {
    if (line.startsWith('{')) {
      close()
      open = { ...(JSON.parse(line) as Omit<OpenLink, 'leaves'>), leaves: [] }
    } else if (line !== '') open?.leaves.push(hashOf(line))
  }
  close()
  return { seals: expected, events, head: previous.toString('hex'), faults, beside: [] }
}
