import { createHash } from 'node:crypto'
import { AppError, hasCover, type FieldInfo, type Value } from '@jieli/core'
import type { Database } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { viewerOf } from '../sign-in/view-as.ts'
import type { Context } from '../workspace/workspace.ts'
import { writeEvents } from './event-log.ts'

/**
 * Three customers a minute are more than anybody calls back, and the ten thousand numbers that a cover leaves open take fifty
 * hours, of which the log tells from the first on.
 */
export const MOST_GUESSES = 200
const WINDOW_MINUTES = 60

const hashOf = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 22)

/**
 * Counts the different values that a person looks for among covered ones, before any is looked for, so that a hundred
 * questions at once are not a hundred free ones; refuses what goes beyond, with the seconds to wait. Found or not, each counts:
 * a count that went by what is found would tell. The same again does not, for pages ask anew whenever something changes.
 */
export const countGuesses = async (context: Context, guesses: readonly string[]): Promise<void> => {
  const { access, now, workspace } = context
  const userId = viewerOf(context) ?? access.userId
  if (!access.covers || userId === null || guesses.length === 0) return
  // Never within the transaction that may stand around the question: it is counted also when that is given up.
  const count = { userId, named: [...new Set(guesses.map(hashOf))], now }
  if ((await isKnown(workspace.db, count)) || (await addGuesses(workspace.db, count))) return
  throw new AppError('too-many-requests', {
    details: { retryAfter: await refuse(context, userId) },
    issues: [{ path: '', code: 'too-many-guesses', params: { max: MOST_GUESSES } }],
  })
}

/** Values that somebody types into a form, of which the answer says whether they are there: guesses where they are covered. */
export const countTyped = (
  context: Context,
  fields: readonly (Pick<FieldInfo, 'name'> & Parameters<typeof hasCover>[0])[],
  values: Readonly<Record<string, Value | undefined>>,
): Promise<void> => {
  const typed = fields.filter((field) => hasCover(field, fieldTypeRegistry)).map(({ name }) => values[name] ?? null)
  return countGuesses(context, typed.filter((value) => value !== null).map(String))
}

/** What somebody looked for is nobody's business once the hour is over. */
export const forgetOldGuesses = async ({ workspace, now }: Context): Promise<void> => {
  await workspace.db.query(
    'DELETE FROM w.covered_guess WHERE user_id IN (SELECT user_id FROM w.covered_guess WHERE ends_at <= $1 FOR UPDATE SKIP LOCKED)',
    [now],
  )
}

interface Guesses {
  userId: string
  named: string[]
  now: string
}

/** Asked first, so that a page that asks the very same again writes nothing and waits for nobody. */
const isKnown = async (db: Database, { userId, named, now }: Guesses): Promise<boolean> => {
  const rows = await db.query(
    'SELECT 1 FROM w.covered_guess WHERE user_id = $1 AND ends_at > $2::timestamptz AND named @> $3::text[]',
    [userId, now, named],
  )
  return rows.length > 0
}

/** Adds them all or none; the row decides between questions that come at once, whichever process they come to. */
const addGuesses = async (db: Database, { userId, named, now }: Guesses): Promise<boolean> => {
  const united = 'ARRAY(SELECT unnest(g.named) UNION SELECT unnest(excluded.named))'
  const rows = await db.query(
    `INSERT INTO w.covered_guess AS g (user_id, named, ends_at) SELECT $1, $2::text[], $3 WHERE cardinality($2::text[]) <= $5
     ON CONFLICT (user_id) DO UPDATE SET
       named = CASE WHEN g.ends_at > $4::timestamptz THEN ${united} ELSE excluded.named END,
       told = g.told AND g.ends_at > $4::timestamptz,
       ends_at = CASE WHEN g.ends_at > $4::timestamptz THEN g.ends_at ELSE excluded.ends_at END
     WHERE g.ends_at <= $4::timestamptz OR cardinality(${united}) <= $5
     RETURNING 1`,
    [userId, named, addMinutes(now, WINDOW_MINUTES), now, MOST_GUESSES],
  )
  return rows.length > 0
}

/** The seconds until the hour is over. The log says once an hour that somebody went too far, not each time that a script tries. */
const refuse = (context: Context, userId: string): Promise<number> =>
  context.workspace.db.transaction(async (tx) => {
    const [row] = await tx.query<{ ends_at: string; told: boolean }>(
      'SELECT ends_at, told FROM w.covered_guess WHERE user_id = $1 FOR UPDATE',
      [userId],
    )
    if (row && !row.told) {
      tx.send('UPDATE w.covered_guess SET told = true WHERE user_id = $1', [userId])
      const data = { count: MOST_GUESSES, until: row.ends_at }
      writeEvents(context, tx, [{ kind: 'guesses.refused', object: 'user', recordId: userId, data }])
    }
    const left = row ? Date.parse(row.ends_at) - Date.parse(context.now) : WINDOW_MINUTES * 60_000
    return Math.max(1, Math.ceil(left / 1_000))
  })
