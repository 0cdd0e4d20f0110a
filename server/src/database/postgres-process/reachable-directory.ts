import { chmod, mkdir } from 'node:fs/promises'
import type { PostgresAccount } from './run-as.ts'
import { runAs } from './run-as.ts'

/** Whether that user can get into the directory: every parent must be open to it (a root's home is not). */
export async function isReachable(directory: string, account: PostgresAccount): Promise<boolean> {
  if (account.uid === undefined) return true
  return runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', directory]).then(
    () => true,
    () => false,
  )
}

/** Where things go that root's own folders would hide from PostgreSQL's user. Only root needs it. */
export async function sharedDirectory(): Promise<string> {
  const directory = '/var/lib/jieli'
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o755) // whatever the umask
  return directory
}
