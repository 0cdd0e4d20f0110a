import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { AppError, must, type ObjectInfo } from '@jieli/core'
import { exportRecords, exportSchema } from '../server/src/features/exports/export-records.ts'
import { readImport } from '../server/src/features/imports/import-queries.ts'
import { stageImport } from '../server/src/features/imports/stage-import.ts'
import { importsIdle, startImport, startSchema } from '../server/src/features/imports/start-import.ts'
import { contextOfUser } from '../server/src/features/workspace/contexts.ts'
import type { Context } from '../server/src/features/workspace/workspace.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import { dirtyCsv } from './dirty-leads.ts'

/**
 * Files in and out: a dirty list of leads through the import, beside COPY of the very records it made into a table of the
 * same columns and the same indexes; and the export of all of them beside COPY out of the same columns.
 */
export const measureImport = async (bench: BenchWorkspace, rows: number): Promise<string[]> => {
  const { workspace } = bench.opened
  const context = contextOfUser(workspace, must(bench.ids.users['admin']))
  const info = must(workspace.config.current.objects.get('lead'))
  const lines: string[] = []
  for (const assign of ['none', 'rules'] as const) {
    const ours = await importFile(context, rows, assign)
    const plain = await copyIn(bench, info)
    lines.push(
      `import of ${rows.toLocaleString('en')} dirty rows, owners by ${assign}: read ${seconds(ours.stagedMs)}, written ${seconds(ours.writtenMs)}, RSS ${ours.idleMb} MB before, ${ours.peakMb} MB at most; ` +
        `COPY + same indexes of ${plain.rows.toLocaleString('en')} ${seconds(plain.ms)}; × ${((ours.stagedMs + ours.writtenMs) / plain.ms).toFixed(1)} (${ours.counts})`,
    )
    if (assign === 'none') lines.push(await measureExport(context, bench, info))
    await workspace.db.query(
      `TRUNCATE w.${info.table}, w.identity, w.event, w.capture, w.import, w.import_row, w.assignment_decision, w.assignment_series, w.timer`,
    )
  }
  return lines
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`

const megabytes = (bytes: number): number => Math.round(bytes / 1_048_576)

const importFile = async (context: Context, rows: number, assign: 'none' | 'rules') => {
  const { workspace } = context
  const idle = process.memoryUsage.rss()
  let peak = idle
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50)
  const began = performance.now()
  const preview = await stageImport(context, {
    object: 'lead',
    fileName: 'dirty.csv',
    upload: Readable.from(dirtyCsv(rows), { objectMode: false }),
    locale: 'zh-CN',
  })
  const staged = performance.now()
  const mapping = Object.fromEntries(preview.columns.map((column) => [column.header, column.field]))
  await startImport(context, preview.id, startSchema.parse({ mapping, policy: { assign } }))
  await importsIdle(workspace)
  const written = performance.now()
  clearInterval(watch)
  const done = await readImport(workspace.db, preview.id)
  if (done?.status !== 'done') throw new AppError('internal', { details: { reason: done?.reason ?? '' } })
  const counts = Object.entries(done.counts)
    .map(([name, count]) => `${name} ${Number(count).toLocaleString('en')}`)
    .join(', ')
  return { stagedMs: staged - began, writtenMs: written - staged, idleMb: megabytes(idle), peakMb: megabytes(peak), counts }
}

/** The records as they are now, copied into an empty table with the same indexes. */
const copyIn = async ({ opened, databaseUrl }: BenchWorkspace, info: ObjectInfo): Promise<{ ms: number; rows: number }> => {
  const { schema } = opened.workspace.db
  const [from, into] = [new pg.Client({ connectionString: databaseUrl }), new pg.Client({ connectionString: databaseUrl })]
  await Promise.all([from.connect(), into.connect()])
  try {
    await into.query(`CREATE TABLE ${schema}.plain_copy (LIKE ${schema}.${info.table} INCLUDING ALL)`)
    const pieces: Buffer[] = []
    await pipeline(from.query(copyTo(`COPY ${schema}.${info.table} TO STDOUT`)), async (source) => {
      for await (const piece of source) pieces.push(piece as Buffer)
    })
    const began = performance.now()
    const copy = into.query(copyFrom(`COPY ${schema}.plain_copy FROM STDIN`))
    await pipeline(Readable.from(pieces), copy)
    const ms = performance.now() - began
    await into.query(`DROP TABLE ${schema}.plain_copy`)
    return { ms, rows: copy.rowCount }
  } finally {
    await Promise.all([from.end(), into.end()])
  }
}

/** So often each way, turn by turn; the middle one counts. */
const EXPORTS = 5

const measureExport = async (context: Context, { opened, databaseUrl }: BenchWorkspace, info: ObjectInfo): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const columns = exported.map((name) => info.fields.get(name)?.column ?? name).join(', ')
    const query = `SELECT ${columns} FROM ${opened.workspace.db.schema}.${info.table} WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC`
    const [ours, plain]: { ms: number; firstByte: number; bytes: number }[][] = [[], []]
    for (let turn = 0; turn < EXPORTS; turn++) {
      ours?.push(await takeFile(context))
      plain?.push(await takeBytes(client.query(copyTo(`COPY (${query}) TO STDOUT WITH (FORMAT csv)`))))
    }
    const [mine, theirs] = [middle(ours ?? []), middle(plain ?? [])]
    return `export of ${(mine.bytes / 1_048_576).toFixed(1)} MB: ${seconds(mine.ms)}, first byte ${mine.firstByte.toFixed(0)} ms; COPY out ${seconds(theirs.ms)}; × ${(mine.ms / theirs.ms).toFixed(1)}`
  } finally {
    await client.end()
  }
}

const exported = ['name', 'phone', 'grade', 'subject', 'campus', 'source', 'note', 'stage', 'createdAt']

const middle = <T extends { ms: number }>(all: readonly T[]): T => must(all.toSorted((a, b) => a.ms - b.ms)[all.length >> 1])

const takeFile = async (context: Context) => {
  const began = performance.now()
  const file = await exportRecords(context, { ...exportSchema.parse({ columns: exported }), object: 'lead', locale: 'zh-CN' })
  return takeBytes(file.content, began)
}

const takeBytes = async (pieces: AsyncIterable<string | Uint8Array>, began = performance.now()) => {
  let firstByte = 0
  let bytes = 0
  for await (const piece of pieces) {
    firstByte ||= performance.now() - began
    bytes += Buffer.byteLength(piece)
  }
  return { ms: performance.now() - began, firstByte, bytes }
}
