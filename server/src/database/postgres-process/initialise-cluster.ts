import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises'
import type { PostgresProgram } from './find-postgres-program.ts'
import type { PostgresAccount } from './run-as.ts'
import { runAs } from './run-as.ts'

/** One data directory and what serves it. */
export interface Cluster {
  readonly program: PostgresProgram
  readonly account: PostgresAccount
  readonly dataDirectory: string
}

export const clusterUser = 'jieli'

/**
 * `initdb`. ICU carries the order of Chinese text (zh-CN: by pinyin), so no locale of the operating system is needed:
 * libc's part is "C", which exists everywhere and never changes with a system update. Its price: pg_trgm and the text
 * search parser still ask libc what a letter is, so they see no Chinese. Search on Chinese uses bigrams of its own.
 */
export async function initialiseCluster(cluster: Cluster, password: string): Promise<void> {
  const { dataDirectory, account } = cluster
  await mkdir(dataDirectory, { recursive: true })
  await give(dataDirectory, account, 0o700)
  const passwordFile = `${dataDirectory}.initial-password`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  try {
    await give(passwordFile, account, 0o600)
    await runAs(account, cluster.program.initdb, [
      `--pgdata=${dataDirectory}`,
      `--username=${clusterUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=zh-CN',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ])
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function give(path: string, account: PostgresAccount, mode: number): Promise<void> {
  await chmod(path, mode)
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid)
}
