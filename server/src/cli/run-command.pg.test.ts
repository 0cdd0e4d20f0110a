import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { installEmpty } from '../features/install/install-empty.ts'
import { findUserOfKey } from '../features/sign-in/api-keys.ts'
import { openMainWorkspace } from '../open-main-workspace.ts'
import { createLog } from '../runtime/log.ts'
import { readSettings, type Settings } from '../runtime/settings.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { runCommand } from './run-command.ts'
import { withWorkspace } from './with-database.ts'

let database: TestDatabase
let home: string
let settings: Settings

const environment = (databaseUrl = database.url): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  JIELI_HOME: home,
  LOG_LEVEL: 'silent',
})

const run = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommand(
    words,
    { print: (line) => void out.push(line), complain: (line) => void err.push(line) },
    environment(),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

beforeAll(async () => {
  database = await createTestDatabase()
  home = await mkdtemp(join(tmpdir(), 'jieli-cli-test-'))
  settings = readSettings([], environment())
  const before = await run('doctor')
  expect(before).toMatchObject({ code: 1, out: '', err: expect.stringContaining('start the application once') })
  const opened = await openMainWorkspace(settings, database.url, createLog('silent'))
  await installEmpty(opened)
  await opened.close()
})

afterAll(async () => {
  await database.drop()
  await rm(home, { recursive: true, force: true })
})

describe('the command line', () => {
  it('explains itself, and what it did not understand', async () => {
    const help = await run('help')
    expect(help.code).toBe(0)
    for (const name of ['user', 'key', 'doctor', 'backup', 'restore', 'config']) expect(help.out).toContain(`jieli -- ${name}`)
    expect(await run('frobnicate')).toMatchObject({ code: 2, out: '' })
    expect(await run('key', 'create')).toMatchObject({ code: 2, err: expect.stringContaining('--as <login>') })
    expect(await run('key', 'create', '--colour', 'red')).toMatchObject({ code: 2, err: expect.stringContaining('--colour') })
    expect((await run('key', 'create', '--as', 'nobody')).err).toContain('nobody')
  })

  it('makes people who can sign in, and lists, resets and deactivates them', async () => {
    const made = await run('user', 'create', 'lina', '--name', '李娜', '--role', 'consultant', '--department', '总部')
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/one-time password: [a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/),
    })
    const password = must(/password: (\S+)/.exec(made.out)?.[1])
    await withWorkspace(settings, async ({ signIn }, context) => {
      const { userId } = await signIn.signIn('LINA', password, { ip: '127.0.0.1', userAgent: '' })
      expect(context.workspace.directory.current.users.get(userId)).toMatchObject({
        name: '李娜',
        departmentPath: expect.stringMatching(/^\/\d+\/$/),
      })
    })
    expect((await run('user', 'list')).out).toContain('lina\t李娜\t总部\tconsultant')
    expect(await run('user', 'create', 'Lina')).toMatchObject({ code: 1, err: expect.stringContaining('这个登录名已有人用') })
    expect(await run('user', 'create', 'other', '--role', 'emperor')).toMatchObject({ code: 1 })
    expect(await run('user', 'password', 'lina', '--password', 'short')).toMatchObject({
      code: 1,
      err: expect.stringContaining('至少 8 个字符'),
    })
    expect(await run('user', 'deactivate', 'lina')).toMatchObject({ code: 0 })
    expect((await run('user', 'list')).out).toContain('✗\tlina')
    expect(await run('user', 'deactivate', 'admin')).toMatchObject({ code: 1, err: expect.stringContaining('最后一位管理员') })
  })

  it('makes a key that works and prints nothing but the key', async () => {
    const { out } = await run('key', 'create', '--as', 'ADMIN', '--label', '报表', '--read-only')
    expect(out).toMatch(/^jk_[\w-]{43}$/)
    await withWorkspace(settings, async ({ workspace }) =>
      expect(await findUserOfKey(workspace, out, { ip: '127.0.0.1', userAgent: '' })).toMatchObject({ readOnly: true }),
    )
  })

  it('finds a healthy workspace healthy, and a wrong counter wrong', async () => {
    const healthy = await run('doctor')
    expect(healthy).toMatchObject({ code: 0 })
    expect(healthy.out).not.toContain('✗')
    await withWorkspace(settings, ({ workspace: { db, directory } }) =>
      db.query('INSERT INTO w.assignee (user_id, holding) VALUES ($1, 7) ON CONFLICT (user_id) DO UPDATE SET holding = 7', [
        [...directory.current.users.keys()][0],
      ]),
    )
    const ill = await run('doctor')
    expect(ill).toMatchObject({ code: 1, out: expect.stringContaining('✗ 1 位同事的在手数') })
    await withWorkspace(settings, ({ workspace: { db } }) => db.query('DELETE FROM w.assignee'))
  })

  it('writes all settings as one file that says the same twice and differs in nothing', async () => {
    const file = join(home, 'settings.yaml')
    expect(await run('config', 'export', file)).toEqual({ code: 0, out: '', err: '' })
    const text = await readFile(file, 'utf8')
    expect(text).toContain('# 角色 Role')
    expect((await run('config', 'export')).out).toBe(text.trimEnd())
    expect(await run('config', 'diff', file)).toEqual({ code: 0, out: '', err: '' })
  })

  it('applies a changed file, objects included, tells what it would do first, and goes back', async () => {
    const file = join(home, 'changed.yaml')
    const text = await readFile(join(home, 'settings.yaml'), 'utf8')
    await writeFile(
      file,
      text
        .replace('  front-desk:\n    label: { zh-CN: 前台,', '  front-desk:\n    label: { zh-CN: 校区前台,')
        .replace('  lead:\n    label: { zh-CN: 线索, en: Lead }', '  lead:\n    label: { zh-CN: 商机 }'),
    )
    const differences = await run('config', 'diff', file)
    expect(differences.code).toBe(1)
    expect(differences.out).toContain('~ 对象 lead 商机\n    名称  线索 → 商机')
    expect(differences.out).toContain('~ 角色 front-desk 校区前台\n    名称  前台 → 校区前台')
    expect(await run('config', 'apply', file, '--dry-run')).toMatchObject({ code: 0, out: expect.stringContaining('dry run') })
    expect((await run('config', 'diff', file)).code).toBe(1)
    const version = await withWorkspace(settings, ({ workspace }) =>
      workspace.db.query('SELECT max(version) AS version FROM w.config_change'),
    )
    expect(await run('config', 'apply', file)).toMatchObject({ code: 0 })
    expect((await run('config', 'diff', file)).code).toBe(0)
    await withWorkspace(settings, async ({ workspace }) => {
      expect(workspace.config.current.item('role', 'front-desk')?.label['zh-CN']).toBe('校区前台')
      expect(workspace.config.current.objects.get('lead')?.definition.label['zh-CN']).toBe('商机')
    })
    expect(await run('config', 'rollback', String(version[0]?.['version']))).toMatchObject({ code: 0 })
    expect((await run('config', 'diff', join(home, 'settings.yaml'))).code).toBe(0)
  })

  it('takes nothing away that holds data without being told to', async () => {
    const file = join(home, 'fewer.yaml')
    const text = await readFile(join(home, 'settings.yaml'), 'utf8')
    await writeFile(file, text.replace(/^ {2}website:\n(?: {4}.*\n)*/gm, ''))
    expect(await run('config', 'apply', file)).toMatchObject({ code: 1, err: expect.stringContaining('source.website') })
  })

  it('refuses a settings file that is broken, of another shape, or of unknown kinds', async () => {
    for (const text of [
      'role: [',
      'role:\n  admin: 7\n',
      'spells:\n  fire: {}\n',
      'role:\n  a: { id: b, label: { zh-CN: x }, objects: {} }\n',
      '- 1\n',
    ]) {
      const file = join(home, 'broken.yaml')
      await writeFile(file, text)
      const answer = await run('config', 'apply', file)
      expect(answer, text).toMatchObject({ code: 1, err: expect.stringContaining('✗') })
      expect(answer.err).not.toContain('    at ')
    }
  })

  it('keeps a backup and puts it back into an empty database only', async () => {
    const file = join(home, 'company.backup')
    expect(await run('backup', file)).toMatchObject({ code: 0, out: expect.stringContaining('✓') })
    expect(await run('restore', file)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') })
    const other = await createTestDatabase()
    const code = await runCommand(
      ['restore', file],
      { print: () => undefined, complain: () => undefined },
      environment(other.url),
    )
    expect(code).toBe(0)
    const client = new pg.Client({ connectionString: other.url })
    await client.connect()
    expect((await client.query('SELECT name FROM w_main.workspace')).rows).toEqual([{ name: '我的公司' }])
    await client.end()
    await other.drop()
  })
})
