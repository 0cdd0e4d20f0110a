import { createReadStream } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { copyIn, dropSchema, isOccupied } from './catalog-queries.ts'
import type { Manifest } from './manifest.ts'
import { readBackup, type ReadBackup } from './read-backup.ts'

export interface RestoreOptions {
  databaseUrl: string
  schema: string
  filesFolder: string
}

/**
 * Puts a backup into an empty workspace: everything is checked first, then one transaction makes all of it or nothing. A
 * backup of an older version is brought up to date by the next start; one of a newer version is refused.
 */
export const restoreBackup = async (file: string, options: RestoreOptions): Promise<Manifest> => {
  const work = await mkdtemp(join(tmpdir(), 'jieli-restore-'))
  try {
    const backup = await readBackup(file, work)
    await refuseOther(backup.manifest, options.schema)
    await restoreTables(backup, options)
    await restoreFiles(backup, options.filesFolder)
    return backup.manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const refuseOther = async ({ schema, migrations }: Manifest, wanted: string): Promise<void> => {
  if (schema !== wanted) throw new Error(`the backup is of ${schema}, not of ${wanted}`)
  const known = await readdir(new URL('../../database/migrations/', import.meta.url))
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`the backup is newer than this program (it has ${unknown.join(', ')})`)
}

const restoreTables = async (backup: ReadBackup, { databaseUrl, schema }: RestoreOptions): Promise<void> => {
  const { manifest } = backup
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c client_encoding=UTF8 -c check_function_bodies=off',
  })
  await client.connect()
  try {
    await client.query('BEGIN')
    if (await isOccupied(client, schema)) throw new Error('the workspace is not empty: restore into a new database')
    await dropSchema(client, schema)
    for (const statement of manifest.before) await client.query(statement)
    for (const [index, table] of manifest.tables.entries()) {
      const rows = client.query(copyFrom(copyIn(schema, table)))
      await pipeline(createReadStream(backup.tablePath(index)), rows)
      if (rows.rowCount !== table.rows) throw new Error(`${table.name}: ${rows.rowCount} rows came back of ${table.rows}`)
    }
    for (const statement of manifest.after) await client.query(statement)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}

const restoreFiles = async (backup: ReadBackup, folder: string): Promise<void> => {
  for (const [index, part] of backup.manifest.files.entries()) {
    const path = join(folder, ...part.name.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await copyFile(backup.filePath(index), path)
  }
}
