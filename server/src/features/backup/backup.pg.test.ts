import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { createRecord } from '../records/create-record.ts'
import { must } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import { addField } from '../objects/add-field.ts'
import { noteWrites } from '../objects/object-tables.ts'
import { copyOut, readShape, type SchemaShape } from './catalog-queries.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

let company: TestWorkspace
let folder: string
let file: string
const others: TestDatabase[] = []

const options = () => ({
  databaseUrl: company.databaseUrl,
  schema: 'w_test',
  filesFolder: join(company.workspace.home, 'files'),
})

const emptyDatabase = async (): Promise<string> => {
  const database = await createTestDatabase()
  others.push(database)
  return database.url
}

/** What a field's conversion leaves on the table while it runs. */
const beginConverting = async (name: string): Promise<void> => {
  const { table, fields } = must(company.workspace.config.current.objects.get('lead'))
  const { column } = must(fields.get(name))
  await company.workspace.db.transaction((tx) => noteWrites(tx, table, column, newId(company.clock.now())))
}

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  folder = await mkdtemp(join(tmpdir(), 'jieli-backup-test-'))
  file = join(folder, 'company.jieli')
  await addField(company.contextOf('admin'), 'lead', { label: { 'zh-CN': '孩子的小名' }, type: 'text', name: 'nickname' })
  await addField(company.contextOf('admin'), 'lead', { label: { 'zh-CN': '编号' }, type: 'auto-number', name: 'number' })
  const hostile = ['王\t女士', '李\n先生 \\. 结束', '陈\'"\\N', '𠮷野家 👩‍👧', 'ｅｖｉｌ\u200b']
  for (const [index, name] of hostile.entries()) {
    await createRecord(company.contextOf('admin'), company.app.capture, {
      object: 'lead',
      values: { name, phone: `1391234567${index}`, nickname: index === 0 ? '\\N' : '', note: '第一行\r\n第二行\\' },
      confirmTouch: false,
    })
  }
  await beginConverting('nickname')
  await mkdir(join(company.workspace.home, 'files', '0a'), { recursive: true })
  await writeFile(join(company.workspace.home, 'files', '0a', 'photo'), Buffer.from([0, 255, 1, 254]))
  await writeBackup(file, { ...options(), now: '2026-11-16T04:00:00.000Z' })
})

afterAll(async () => {
  await company.close()
  for (const database of others) await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Everything that is in a schema, as text. */
const contentOf = async (databaseUrl: string): Promise<{ shape: SchemaShape; rows: Record<string, string[]> }> => {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    const shape = await readShape(client, 'w_test')
    const rows: Record<string, string[]> = {}
    for (const table of shape.tables)
      rows[table.name] = (await text(client.query(copyTo(copyOut('w_test', table))))).split('\n').sort()
    return { shape, rows }
  } finally {
    await client.end()
  }
}

describe('a backup', () => {
  it('comes back exactly: every table, column, key, index, function, trigger, row and file', async () => {
    const databaseUrl = await emptyDatabase()
    const filesFolder = join(folder, 'restored-files')
    const manifest = await restoreBackup(file, { databaseUrl, schema: 'w_test', filesFolder })
    const [before, after] = [await contentOf(company.databaseUrl), await contentOf(databaseUrl)]
    expect(after.shape).toEqual(before.shape)
    expect(after.shape.after.filter((statement) => statement.startsWith('CREATE TRIGGER')).length).toBe(2)
    expect(after.rows).toEqual(before.rows)
    expect(after.rows['event']?.length).toBeGreaterThan(10)
    expect(manifest.tables.length).toBeGreaterThan(20)
    expect(await readFile(join(filesFolder, '0a', 'photo'))).toEqual(Buffer.from([0, 255, 1, 254]))
  })

  it('of what came back is the same backup', async () => {
    const databaseUrl = await emptyDatabase()
    const filesFolder = join(folder, 'second-files')
    await restoreBackup(file, { databaseUrl, schema: 'w_test', filesFolder })
    const again = await writeBackup(join(folder, 'again.jieli'), {
      databaseUrl,
      schema: 'w_test',
      filesFolder,
      now: '2026-11-16T04:00:00.000Z',
    })
    const first = await restoreBackup(file, {
      databaseUrl: await emptyDatabase(),
      schema: 'w_test',
      filesFolder: join(folder, 'third-files'),
    })
    const sums = (parts: { name: string; rows: number }[]) => parts.map(({ name, rows }) => ({ name, rows }))
    expect(sums(again.tables)).toEqual(sums(first.tables))
    expect(again.files).toEqual(first.files)
  })

  it('is for its owner only and leaves nothing beside it', async () => {
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
    expect((await readdir(folder)).filter((name) => name.startsWith('.jieli-backup-'))).toEqual([])
  })

  it('is not poured over a workspace that is in use', async () => {
    await expect(restoreBackup(file, options())).rejects.toThrow('not empty')
    expect(company.workspace.config.current.objects.size).toBeGreaterThan(0)
  })

  it('that is damaged, cut off or something else is refused before anything is touched', async () => {
    const whole = await readFile(file)
    const damaged = Buffer.from(whole)
    damaged[Math.floor(whole.length / 2)] = (damaged[Math.floor(whole.length / 2)] ?? 0) ^ 0xff
    const databaseUrl = await emptyDatabase()
    for (const [name, bytes] of [
      ['damaged', damaged],
      ['cut', whole.subarray(0, whole.length - 2_000)],
      ['other', Buffer.from('not a backup at all')],
    ] as const) {
      await writeFile(join(folder, name), bytes)
      await expect(
        restoreBackup(join(folder, name), { databaseUrl, schema: 'w_test', filesFolder: join(folder, 'x') }),
        name,
      ).rejects.toThrow(/backup/)
    }
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    expect((await client.query(`SELECT to_regnamespace('w_test') AS found`)).rows[0]).toEqual({ found: null })
    await client.end()
  })

  it('is refused rather than incomplete when there is something it does not know', async () => {
    await company.workspace.db.query('CREATE VIEW w.surprise AS SELECT 1 AS one')
    await expect(writeBackup(join(folder, 'never'), { ...options(), now: '2026-11-16T04:00:00.000Z' })).rejects.toThrow(
      'surprise',
    )
    await company.workspace.db.query('DROP VIEW w.surprise')
    expect(await readdir(folder)).not.toContain('never')
  })
})
