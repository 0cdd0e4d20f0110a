import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { isPostmasterOf, readPostmaster } from './postgres-process/postmaster.ts'

const log = () => undefined
let home: string
let started: EmbeddedPostgres[]

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'jieli-home-'))
  started = []
})

afterEach(async () => {
  for (const postgres of started) await postgres.stop()
  const data = await dataDirectory().catch(() => undefined)
  if (data) await rm(data, { recursive: true, force: true })
  await rm(home, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ home, log })
  started.push(postgres)
  return postgres
}

const dataDirectory = () => realpath(join(home, 'postgres', 'data'))

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

async function isRunning(): Promise<boolean> {
  const data = await dataDirectory()
  const postmaster = readPostmaster(data)
  return postmaster !== undefined && isPostmasterOf(postmaster.pid, data)
}

async function untilStopped(): Promise<void> {
  while (await isRunning()) await pause(20)
}

async function untilAnswers(url: string): Promise<void> {
  for (;;) {
    const answer = await ask(url, 'select 1').catch(() => undefined)
    if (answer === 1) return
    await pause(50)
  }
}

/** A second process that starts the same home, as `npm start` would, and stays. */
async function startElsewhere() {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))
  const script = `const { startEmbeddedPostgres } = await import(${module})
    const { url, stop } = await startEmbeddedPostgres({ home: ${JSON.stringify(home)}, log() {} })
    process.on('SIGTERM', () => stop().then(() => process.exit(0)))
    process.on('SIGHUP', () => process.exit(3))
    process.stdout.write(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: url.toString(),
    async end(signal: NodeJS.Signals) {
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps data over a stop and a second start, with checksums and a password of its own', async () => {
    const first = await start()
    await ask(first.url, 'create table lead (name text)')
    await ask(first.url, `insert into lead values ('李梅')`)
    await first.stop()
    expect(await isRunning()).toBe(false)
    const second = await start()
    expect(await ask(second.url, 'select name from lead')).toBe('李梅')
    expect(await ask(second.url, 'show data_checksums')).toBe('on')
    expect(await ask(second.url, 'show synchronous_commit')).toBe('on')
    expect((await stat(join(home, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
  })

  it('lets nobody in without the password', async () => {
    const url = new URL((await start()).url)
    url.password = 'guessed'
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('starts again after a kill -9 of the server, with everything that was committed', async () => {
    const first = await startElsewhere()
    await ask(first.url, 'create table lead (name text)')
    await ask(first.url, `insert into lead values ('王强')`)
    await first.end('SIGKILL')
    process.kill(readPostmaster(await dataDirectory())?.pid ?? 0, 'SIGKILL')
    await untilStopped()
    const second = await start()
    expect(await ask(second.url, 'select name from lead')).toBe('王强')
  })

  it('is started again under a running program, at the same address, however often it is killed', async () => {
    const { url } = await start()
    await ask(url, 'create table lead (name text)')
    for (const name of ['王强', '李梅']) {
      await ask(url, `insert into lead values ('${name}')`)
      const killed = readPostmaster(await dataDirectory())?.pid ?? 0
      process.kill(killed, 'SIGKILL')
      while (isPostmasterOf(killed, await dataDirectory())) await pause(20)
      await untilAnswers(url)
    }
    expect(await ask(url, 'select count(*)::int from lead')).toBe(2)
  })

  it('is not started again once it was stopped', async () => {
    const postgres = await start()
    await postgres.stop()
    await pause(600)
    expect(await isRunning()).toBe(false)
  })

  it('joins the server that a killed application left running', async () => {
    const other = await startElsewhere()
    await ask(other.url, 'create table lead (name text)')
    await other.end('SIGKILL')
    expect(await isRunning()).toBe(true)
    const mine = await start()
    expect(mine.url).toBe(other.url)
    expect(await ask(mine.url, 'select count(*)::int from lead')).toBe(0)
    await mine.stop()
    expect(await isRunning()).toBe(false)
  })

  it('goes on for the second process when the first one stops', async () => {
    const other = await startElsewhere()
    const mine = await start()
    await other.end('SIGTERM')
    expect(await ask(mine.url, 'select 1')).toBe(1)
    await mine.stop()
    expect(await isRunning()).toBe(false)
  })

  it('is shut down by an application that exits without stopping it', async () => {
    const other = await startElsewhere()
    await other.end('SIGHUP')
    await untilStopped()
    expect(await isRunning()).toBe(false)
  })

  it('does not mistake another process for its server', async () => {
    await (await start()).stop()
    await writeFile(
      join(await dataDirectory(), 'postmaster.pid'),
      `${process.pid}\n${await dataDirectory()}\n0\n5432\n\n\n\nready\n`,
    )
    expect(await ask((await start()).url, 'select 1')).toBe(1)
  })

  it('begins anew when the first start was interrupted', async () => {
    await chmod(home, 0o755)
    await mkdir(join(home, 'postgres', 'data.partial'), { recursive: true })
    await writeFile(join(home, 'postgres', 'data.partial', 'PG_VERSION'), '')
    expect(await ask((await start()).url, 'select current_database()')).toBe('jieli')
  })

  it('refuses data of another major version and says what to do', async () => {
    await (await start()).stop()
    await writeFile(join(await dataDirectory(), 'PG_VERSION'), '15\n')
    await expect(startEmbeddedPostgres({ home, log })).rejects.toThrow(
      /written by PostgreSQL 15.*brings PostgreSQL \d+.*backup/,
    )
  })

  it.runIf(process.getuid?.() === 0)('serves a home below a directory closed to others', async () => {
    await chmod(home, 0o700)
    expect(await ask((await start()).url, 'select 1')).toBe(1)
    expect(await readFile(join(home, 'postgres', 'postgres.log'), 'utf8')).toContain('ready to accept connections')
    expect((await stat(home)).mode & 0o777).toBe(0o700)
  })

  it.runIf(process.getuid?.() === 0)('serves an open home in place', async () => {
    await chmod(home, 0o755)
    await start()
    expect(await dataDirectory()).toBe(join(await realpath(home), 'postgres', 'data'))
  })
})
