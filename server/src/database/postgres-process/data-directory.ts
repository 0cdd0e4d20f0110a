import { randomBytes } from 'node:crypto'
import { readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostgresProgram } from './find-postgres-program.ts'
import type { Cluster } from './initialise-cluster.ts'
import { initialiseCluster } from './initialise-cluster.ts'
import { isReachable, sharedDirectory } from './reachable-directory.ts'
import type { PostgresAccount } from './run-as.ts'

/** The place of `<home>/postgres/data`, initialised once. */
export async function openDataDirectory(
  directory: string,
  how: { program: PostgresProgram; account: PostgresAccount; password: () => Promise<string> },
): Promise<Cluster> {
  const entry = join(directory, 'data')
  const existing = await realpath(entry).catch(() => undefined)
  if (!existing) return createDataDirectory(entry, how)
  await refuseOtherVersion(existing, how.program.majorVersion)
  return { program: how.program, account: await ownerOf(existing, how.account), dataDirectory: existing }
}

/**
 * Made aside and renamed when complete, so a start that was killed midway begins anew. When PostgreSQL's user cannot
 * get to our home (it lies below root's closed one), the data lives in the shared directory and `data` is a link to it.
 */
async function createDataDirectory(entry: string, how: Parameters<typeof openDataDirectory>[1]): Promise<Cluster> {
  const { program, account } = how
  const isOpen = await isReachable(join(entry, '..'), account)
  const place = isOpen ? entry : join(await sharedDirectory(), `data-${randomBytes(8).toString('hex')}`)
  const partial = `${place}.partial`
  await rm(partial, { recursive: true, force: true })
  await initialiseCluster({ program, account, dataDirectory: partial }, await how.password())
  await rm(entry, { force: true }) // a link whose target somebody deleted
  await rename(partial, place)
  if (!isOpen) await symlink(place, entry)
  return { program, account, dataDirectory: place }
}

async function refuseOtherVersion(dataDirectory: string, ours: string): Promise<void> {
  const theirs = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8').catch(() => 'unknown')).trim()
  if (theirs === ours) return
  throw new Error(
    `The data in ${dataDirectory} was written by PostgreSQL ${theirs}; this Jieli brings PostgreSQL ${ours}, which cannot read it. ` +
      'Make a backup with the Jieli that wrote it (npm run jieli -- backup), then restore it into an empty JIELI_HOME.',
  )
}

/** The user that owns the data must serve it, also if another one would be chosen today. */
async function ownerOf(dataDirectory: string, chosen: PostgresAccount): Promise<PostgresAccount> {
  if (chosen.uid === undefined) return chosen
  const { uid, gid } = await stat(dataDirectory)
  return uid === 0 ? chosen : { uid, gid }
}
