import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PostgresAccount } from './run-as.ts'

const execute = promisify(execFile)

/**
 * PostgreSQL refuses to run as root. When we are root it runs as `postgres` if the machine has that user, else as
 * `jieli`, which is created, else (no useradd, read-only /etc) as `nobody`.
 */
export async function choosePostgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {}
  const existing = (await findAccount('postgres')) ?? (await findAccount('jieli'))
  if (existing) return existing
  await createAccount('jieli')
  const account = (await findAccount('jieli')) ?? (await findAccount('nobody'))
  if (!account)
    throw new Error(
      'PostgreSQL may not run as root, and no unprivileged user (postgres, jieli, nobody) was found or could be made',
    )
  return account
}

async function findAccount(name: string): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)])
    return { uid, gid }
  } catch {
    return undefined
  }
}

/** `id` rather than /etc/passwd: users may come from LDAP or sssd. */
async function idOf(flag: '-u' | '-g', name: string): Promise<number> {
  const { stdout } = await execute('id', [flag, name])
  return Number(stdout)
}

async function createAccount(name: string): Promise<void> {
  try {
    await execute('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  } catch {
    // The caller falls back to `nobody`.
  }
}
