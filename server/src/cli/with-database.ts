import { mkdir } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { dueMigrations } from '../database/migrate.ts'
import { systemContext } from '../features/workspace/contexts.ts'
import { openWorkspace, type OpenWorkspace } from '../features/workspace/open-workspace.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { systemClock } from '../runtime/clock.ts'
import { deriveSecret } from '../runtime/derive-secret.ts'
import { loadMasterKey } from '../runtime/load-master-key.ts'
import { createLog } from '../runtime/log.ts'
import { createSecretBox } from '../runtime/secret-box.ts'
import type { Settings } from '../runtime/settings.ts'

/** The workspace that `npm start` serves. */
export const WORKSPACE_ID = 'main'

/** The database of the settings: the one given, or the embedded one, which a running application shares with us. */
export const withDatabase = async <T>(settings: Settings, work: (url: string) => Promise<T>): Promise<T> => {
  if (settings.databaseUrl) return work(settings.databaseUrl)
  await mkdir(settings.home, { recursive: true })
  const postgres = await startEmbeddedPostgres({ home: settings.home, log: () => undefined })
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

/** A command looks after a workspace; making or upgrading one is for the program, whose log tells of it. */
const requireInstalled = async (databaseUrl: string): Promise<void> => {
  if ((await dueMigrations(databaseUrl, `w_${WORKSPACE_ID}`)).length > 0)
    throw new Error(
      '数据库还没有安装或升级到这个版本，先启动一次程序 · the database is not installed or upgraded to this version: start the application once',
    )
}

/** Opens the workspace beside whatever runs already; what is changed is told to it. */
export const withWorkspace = <T>(
  settings: Settings,
  work: (opened: OpenWorkspace, context: Context) => Promise<T>,
): Promise<T> =>
  withDatabase(settings, async (databaseUrl) => {
    await requireInstalled(databaseUrl)
    const key = await loadMasterKey(settings.home, settings.env)
    const opened = await openWorkspace({
      databaseUrl,
      id: WORKSPACE_ID,
      home: settings.home,
      publicUrl: settings.publicUrl,
      clock: systemClock,
      log: createLog(settings.logLevel),
      secretBox: createSecretBox(key),
      signInSecret: deriveSecret(key, 'sign-in'),
      formSecret: deriveSecret(key, 'form'),
      poolSize: 4,
    })
    try {
      return await work(opened, systemContext(opened.workspace, { kind: 'system', id: 'cli' }))
    } finally {
      await opened.close()
    }
  })
