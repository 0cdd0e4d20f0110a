import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The OS user PostgreSQL runs under; empty = our own user. */
export interface PostgresAccount {
  readonly uid?: number
  readonly gid?: number
}

const execute = promisify(execFile)

/**
 * A short, known environment: a stray PGDATA or PGPORT of the person's shell must not lead us to another cluster,
 * and a locale that is not installed must not stop PostgreSQL (C always exists; Chinese order comes from ICU).
 */
export const postgresEnvironment: NodeJS.ProcessEnv = {
  ...(process.platform === 'win32' ? process.env : { PATH: '/usr/local/bin:/usr/bin:/bin' }),
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Runs a program to its end as that user. The working directory is the root: ours may be closed to that user. */
export async function runAs(account: PostgresAccount, program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, [...args], {
    ...account,
    cwd: rootDirectory,
    env: postgresEnvironment,
    encoding: 'utf8',
  })
  return stdout
}

export const rootDirectory = process.platform === 'win32' ? 'C:\\' : '/'
