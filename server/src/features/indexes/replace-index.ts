import type { Database } from '../../database/database.ts'

/** The longest an index of many million rows may take; after that, whoever builds it is taken for dead. */
const LEASE_MS = 2 * 3_600_000

export const leaseFrom = (now: string): string => new Date(Date.parse(now) + LEASE_MS).toISOString()

/**
 * Makes an index while everybody reads and writes: beside the one of that name, which goes only then, so that readers are never
 * without. What a crash left half built is not usable and goes first.
 */
export const replaceIndex = async (db: Database, name: string, definition: string): Promise<void> => {
  try {
    await db.runLong(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}_new`)
    await db.runLong(`CREATE INDEX CONCURRENTLY ${name}_new ON ${definition}`)
    await db.runLong(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}`)
    await db.runLong(`ALTER INDEX w.${name}_new RENAME TO ${name}`)
  } catch (error) {
    await db.runLong(`DROP INDEX CONCURRENTLY IF EXISTS w.${name}_new`)
    throw error
  }
}
