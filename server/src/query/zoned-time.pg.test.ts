import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatInstant, instantOfWall, parseInstant, wallTime } from '@jieli/core'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'

/** Changes of the clocks, an instant close to each. */
const changes: [zone: string, at: string][] = [
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/Los_Angeles', '2035-11-04T09:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Asia/Shanghai', '1986-05-03T18:00:00Z'],
  ['Asia/Shanghai', '1986-09-13T17:00:00Z'],
  ['Asia/Shanghai', '1991-04-13T18:00:00Z'],
  ['Asia/Shanghai', '1991-09-14T17:00:00Z'],
  ['America/Havana', '2026-03-08T05:00:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  // Standard time before and after, and summer time that counts as standard.
  ['Europe/Moscow', '2014-10-25T22:00:00Z'],
  ['Europe/Dublin', '2026-10-25T01:00:00Z'],
]
const MINUTE = 60_000_000n
const micros = (iso: string): bigint => parseInstant(iso) ?? 0n
/** A timestamp as PostgreSQL reads it. */
const written = (time: bigint): string => formatInstant(time).replace('T', ' ').replace('Z', '')

/** Every fifth minute of the 30 hours on either side, and the microseconds around the change. */
const around = (at: bigint): bigint[] => [
  ...Array.from({ length: 721 }, (_, index) => at + BigInt(index - 360) * 5n * MINUTE),
  at - 1n,
  at + 1n,
]

describe('wall times in JavaScript and in PostgreSQL', () => {
  let database: TestDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  /** Timestamps, with or without a zone, as PostgreSQL turns them in a zone. */
  const turned = async (times: string[], type: 'timestamptz' | 'timestamp', zone: string): Promise<string[]> => {
    const back = type === 'timestamp' ? ` AT TIME ZONE 'UTC'` : ''
    const { rows } = await client.query<{ shown: string }>(
      `SELECT to_char((t::${type} AT TIME ZONE $2)${back}, 'YYYY-MM-DD HH24:MI:SS.US') AS shown
       FROM unnest($1::text[]) WITH ORDINALITY AS asked(t, n) ORDER BY n`,
      [times, zone],
    )
    return rows.map(({ shown }) => shown)
  }
  const toMicros = (shown: string): bigint => micros(`${shown.replace(' ', 'T')}Z`)

  it.each(changes)('show the same in %s around %s', async (zone, at) => {
    const instants = around(micros(at))
    const shown = await turned(
      instants.map((instant) => `${written(instant)}+00`),
      'timestamptz',
      zone,
    )
    expect(instants.map((instant) => wallTime(instant, zone))).toEqual(shown.map(toMicros))
  })

  it.each(changes)('lead to the same instant in %s around %s, skipped and repeated times too', async (zone, at) => {
    const walls = around(wallTime(micros(at), zone))
    const instants = await turned(walls.map(written), 'timestamp', zone)
    expect(walls.map((wall) => instantOfWall(wall, zone))).toEqual(instants.map(toMicros))
  })
})
