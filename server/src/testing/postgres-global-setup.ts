import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { choosePostgresAccount } from '../database/postgres-process/choose-postgres-account.ts'
import { findFreePort } from '../database/postgres-process/find-free-port.ts'
import { findPostgresProgram } from '../database/postgres-process/find-postgres-program.ts'
import type { Cluster } from '../database/postgres-process/initialise-cluster.ts'
import { clusterUser, initialiseCluster } from '../database/postgres-process/initialise-cluster.ts'
import { startPostmaster, stopPostmaster } from '../database/postgres-process/postmaster.ts'
import { isProcessAlive } from '../database/postgres-process/process-token.ts'
import { isReachable, sharedDirectory } from '../database/postgres-process/reachable-directory.ts'
import type { PostgresAccount } from '../database/postgres-process/run-as.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server on which tests make their databases; names one they do not touch. */
    postgresUrl: string
  }
}

const prefix = 'jieli-test-postgres-'
const password = 'test'

/** One real PostgreSQL for the whole run, thrown away after it; or the server of DATABASE_URL, when that is set. */
export default async function startTestPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return undefined
  }
  const account = await choosePostgresAccount()
  const program = await findPostgresProgram(account)
  const parent = await openDirectory(account)
  await removeLeftovers(parent, { program, account })
  const directory = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  await chmod(directory, 0o755)
  const cluster = { program, account, dataDirectory: join(directory, 'data') }
  await initialiseCluster(cluster, password)
  const port = await startOnFreePort(cluster, join(directory, 'postgres.log'))
  project.provide('postgresUrl', `postgres://${clusterUser}:${password}@127.0.0.1:${port}/postgres`)
  return async () => {
    await stopPostmaster(cluster)
    await rm(directory, { recursive: true, force: true })
  }
}

async function startOnFreePort(cluster: Cluster, logFile: string): Promise<number> {
  await writeFile(logFile, '')
  const port = await findFreePort()
  await startPostmaster(cluster, { port, settings: throwAwaySettings, logFile })
  return port
}

/** A test database may be lost with the machine: not waiting for the disk makes the tests several times faster. */
const throwAwaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: 200,
  autovacuum_naptime: '1h',
  jit: 'off',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
  timezone: 'UTC',
}

async function openDirectory(account: PostgresAccount): Promise<string> {
  return (await isReachable(tmpdir(), account)) ? tmpdir() : sharedDirectory()
}

/** A run that was killed could not stop its server. The directory's name tells whose it was. */
async function removeLeftovers(parent: string, how: Omit<Cluster, 'dataDirectory'>): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (!pid || isProcessAlive(pid)) continue
    await stopPostmaster({ ...how, dataDirectory: join(parent, name, 'data') }).catch(() => undefined)
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
