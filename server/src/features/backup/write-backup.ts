import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { copyOut, readMigrations, readShape } from './catalog-queries.ts'
import { writeChecked } from './checked-part.ts'
import type { FilePart, Manifest, TablePart } from './manifest.ts'

export interface BackupOptions {
  databaseUrl: string
  schema: string
  /** Where uploaded files are. */
  filesFolder: string
  now: string
}

/**
 * Everything of a workspace in one file, a gzipped tar: a manifest, each table as PostgreSQL's own text, the uploaded files.
 * One snapshot: what is written while it runs is in it wholly or not at all. The file appears under its name only when it
 * is complete. The key that opens sealed secrets is not in it.
 */
export const writeBackup = async (file: string, options: BackupOptions): Promise<Manifest> => {
  const target = resolve(file)
  const work = await mkdtemp(join(dirname(target), '.jieli-backup-'))
  try {
    const manifest = await dump(work, options)
    const files = await keepFiles(work, options.filesFolder)
    const whole = { ...manifest, files }
    const draft = join(work, 'backup.tar.gz')
    await pipeline(packAll(work, whole), createGzip({ level: 6 }), createWriteStream(draft, { mode: 0o600 }))
    await rename(draft, target)
    return whole
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const dump = async (work: string, { databaseUrl, schema, now }: BackupOptions): Promise<Manifest> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=3 -c client_encoding=UTF8',
  })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const shape = await readShape(client, schema)
    const version = await client.query<{ server_version: string }>('SHOW server_version')
    const tables: TablePart[] = []
    for (const table of shape.tables) {
      const stream = client.query(copyTo(copyOut(schema, table)))
      const part = await writeChecked(stream, join(work, `table-${tables.length}`))
      tables.push({ ...table, ...part, rows: stream.rowCount ?? 0 })
    }
    const migrations = await readMigrations(client, schema)
    await client.query('COMMIT')
    return {
      format: 'jieli-backup',
      version: 1,
      createdAt: now,
      schema,
      postgres: version.rows[0]?.server_version ?? '',
      migrations,
      before: shape.before,
      after: shape.after,
      tables,
      files: [],
    }
  } finally {
    await client.end()
  }
}

/** Copied first, hashed as copied: a file that changes or goes meanwhile does not make the backup disagree with itself. */
const keepFiles = async (work: string, folder: string): Promise<FilePart[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const parts: FilePart[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const part = await writeChecked(createReadStream(path), join(work, `file-${parts.length}`))
    parts.push({ name: relative(folder, path).split(sep).join('/'), ...part })
  }
  return parts
}

const packAll = (work: string, manifest: Manifest): Pack => {
  const tar = pack()
  const mtime = new Date(manifest.createdAt)
  const add = async (): Promise<void> => {
    tar.entry({ name: 'manifest.json', mtime }, JSON.stringify(manifest, null, 2))
    for (const [index, part] of manifest.tables.entries())
      await pipeline(
        createReadStream(join(work, `table-${index}`)),
        tar.entry({ name: `tables/${part.name}.copy`, size: part.bytes, mtime }),
      )
    for (const [index, part] of manifest.files.entries())
      await pipeline(
        createReadStream(join(work, `file-${index}`)),
        tar.entry({ name: `files/${part.name}`, size: part.bytes, mtime }),
      )
    tar.finalize()
  }
  add().catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
  return tar
}
