import type { Queryable } from '../../database/database.ts'

export interface DatabaseFacts {
  now: string
  version: number
  versionText: string
  encoding: string
  migrations: number
}

export const findDatabaseFacts = async (db: Queryable): Promise<DatabaseFacts> => {
  const [row] = await db.query<DatabaseFacts>(
    `SELECT clock_timestamp() AS now, current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionText",
       current_setting('server_encoding') AS encoding, (SELECT count(*) FROM w.migration) AS migrations`,
  )
  return row ?? { now: '', version: 0, versionText: '?', encoding: '?', migrations: 0 }
}

const numberOf = async (db: Queryable, sql: string, params: unknown[] = []): Promise<number> =>
  (await db.query<{ count: number }>(sql, params))[0]?.count ?? 0

/** People whose counter of open leads is not what counting them gives. */
export const findWrongCounters = (
  db: Queryable,
  { table, stageColumn, closed }: { table: string; stageColumn: string; closed: string[] },
): Promise<number> =>
  numberOf(
    db,
    `SELECT count(*) AS count FROM w.assignee a FULL JOIN (
       SELECT owner_id, count(*) AS n FROM w.${table} WHERE deleted_at IS NULL AND owner_id IS NOT NULL AND NOT coalesce(${stageColumn} = ANY($1), false) GROUP BY owner_id
     ) t ON t.owner_id = a.user_id WHERE coalesce(a.holding, 0) <> coalesce(t.n, 0)`,
    [closed],
  )

export const findLostIdentities = (db: Queryable, object: string, table: string): Promise<number> =>
  numberOf(
    db,
    `SELECT count(*) AS count FROM w.identity i WHERE i.object = $1 AND NOT EXISTS (SELECT 1 FROM w.${table} t WHERE t.id = i.record_id AND t.deleted_at IS NULL)`,
    [object],
  )

export const findLostTimers = (db: Queryable, table: string): Promise<number> =>
  numberOf(
    db,
    `SELECT count(*) AS count FROM w.timer x WHERE x.status = 'pending' AND NOT EXISTS (SELECT 1 FROM w.${table} t WHERE t.id = x.record_id AND t.deleted_at IS NULL)`,
  )
