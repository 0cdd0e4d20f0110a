import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { choosePostgresAccount } from './postgres-process/choose-postgres-account.ts'
import type { ClusterUsers } from './postgres-process/cluster-users.ts'
import { joinCluster } from './postgres-process/cluster-users.ts'
import { openDataDirectory } from './postgres-process/data-directory.ts'
import { findFreePort } from './postgres-process/find-free-port.ts'
import { findPostgresProgram } from './postgres-process/find-postgres-program.ts'
import type { Cluster } from './postgres-process/initialise-cluster.ts'
import { clusterUser } from './postgres-process/initialise-cluster.ts'
import type { PostgresSettings } from './postgres-process/postmaster.ts'
import { isPostmasterOf, readPostmaster, requestStop, startPostmaster, stopPostmaster } from './postgres-process/postmaster.ts'
import { keepRunning } from './postgres-process/keep-running.ts'
import { sizeSettingsFor } from './postgres-process/size-settings.ts'
import { withStartLock } from './postgres-process/with-start-lock.ts'

export interface EmbeddedPostgres {
  /** For `pg`: the application's own database on 127.0.0.1. */
  readonly url: string
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

const databaseName = 'jieli'

/**
 * Starts the PostgreSQL below `<home>/postgres`, or joins the one that already runs there: left by a killed process,
 * or in use by another (the application, while `npm run jieli` does something beside it). One that dies while we use it is
 * started again.
 */
export async function startEmbeddedPostgres({
  home,
  log,
}: {
  home: string
  log: (message: string) => void
}): Promise<EmbeddedPostgres> {
  const directory = resolve(home, 'postgres')
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o711) // PostgreSQL's user passes through; what is in it has rights of its own
  const lock = join(directory, 'lock')
  return withStartLock(lock, async () => {
    const account = await choosePostgresAccount()
    const program = await findPostgresProgram(account)
    const cluster = await openDataDirectory(directory, { program, account, password: () => newPassword(directory, log) })
    const logFile = join(directory, 'postgres.log')
    const port = (await joinRunning(cluster, directory)) ?? (await startOn(findFreePort, cluster, logFile))
    const users = joinCluster(join(directory, 'users'))
    const forget = stopAtExit(cluster, users)
    const url = await urlOf(directory, port)
    await createDatabase(url)
    // On the same port, so that every pool finds it again.
    const revive = () => withStartLock(lock, () => startIfDead(cluster, port, logFile))
    const guard = await keepRunning({ url, revive, log })
    return {
      url,
      async stop() {
        await guard.stop()
        await withStartLock(lock, () => leave(cluster, users))
        forget()
      },
    }
  })
}

async function newPassword(directory: string, log: (message: string) => void): Promise<string> {
  log('Preparing the database for the first time')
  const password = randomBytes(24).toString('base64url')
  const path = join(directory, 'password')
  await rm(path, { force: true })
  await writeFile(path, password, { mode: 0o600 })
  return password
}

async function urlOf(directory: string, port: number, database = databaseName): Promise<string> {
  const password = await readFile(join(directory, 'password'), 'utf8')
  return `postgres://${clusterUser}:${password}@127.0.0.1:${port}/${database}`
}

/** The port of a server that runs on this data and answers. One that runs and does not answer is stopped. */
async function joinRunning(cluster: Cluster, directory: string): Promise<number | undefined> {
  const running = readPostmaster(cluster.dataDirectory)
  if (!running) return undefined
  if (!isPostmasterOf(running.pid, cluster.dataDirectory)) {
    // Its number belongs to another process by now; PostgreSQL would take that one for a server and refuse to start.
    await rm(join(cluster.dataDirectory, 'postmaster.pid'), { force: true })
    return undefined
  }
  if (await answers(await urlOf(directory, running.port, 'postgres'))) return running.port
  await stopPostmaster(cluster)
  return undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Another process may have been quicker; and a server that is alive recovers by itself. */
async function startIfDead(cluster: Cluster, port: number, logFile: string): Promise<void> {
  const running = readPostmaster(cluster.dataDirectory)
  if (running && isPostmasterOf(running.pid, cluster.dataDirectory)) return
  await rm(join(cluster.dataDirectory, 'postmaster.pid'), { force: true })
  await startOn(async () => port, cluster, logFile)
}

async function startOn(choosePort: () => Promise<number>, cluster: Cluster, logFile: string): Promise<number> {
  const { size } = await stat(logFile).catch(() => ({ size: 0 }))
  if (size > 5_000_000) await rename(logFile, `${logFile}.old`)
  const sized = await sizeSettingsFor(cluster.dataDirectory)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort()
    try {
      await startPostmaster(cluster, { port, settings: { ...settings, ...sized }, logFile })
      return port
    } catch (error) {
      if (attempt === 40 || !isPassing(error)) throw error
      await pause(250)
    }
  }
}

/** After a kill -9 the old server's children need a moment to notice; and a free port may be taken before we use it. */
function isPassing(error: unknown): boolean {
  return /still in use|Address already in use|could not create any TCP/.test(String(error))
}

async function createDatabase(url: string): Promise<void> {
  if (await answers(url)) return
  const server = new URL(url)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}

async function leave(cluster: Cluster, users: ClusterUsers): Promise<void> {
  if (!users.leave()) return
  const running = readPostmaster(cluster.dataDirectory)
  if (running && isPostmasterOf(running.pid, cluster.dataDirectory)) await stopPostmaster(cluster)
}

/** For exits that skip `stop` (an uncaught error): a request to shut down, which needs no waiting. */
function stopAtExit(cluster: Cluster, users: ClusterUsers): () => void {
  const onExit = () => {
    if (users.leave()) requestStop(cluster.dataDirectory)
  }
  process.once('exit', onExit)
  return () => process.off('exit', onExit)
}

/** What holds at any size; memory goes by the data (`size-settings.ts`). What is committed is on disk. */
const settings: PostgresSettings = {
  max_connections: 40,
  work_mem: '8MB',
  random_page_cost: 1.1, // solid state disks: an index is worth its random reads
  jit: 'off', // compiling takes longer than our queries
  io_method: 'sync', // saves three helper processes
  max_worker_processes: 4,
  max_parallel_workers: 2,
  autovacuum_max_workers: 2,
  wal_level: 'minimal', // no replicas of an embedded database; bulk loads write less
  max_wal_senders: 0,
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}
