import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../server/src/database/embedded-postgres.ts'
import { installCompany } from '../server/src/features/install/install-company.ts'
import { installObjects } from '../server/src/features/install/install-objects.ts'
import { systemContext } from '../server/src/features/workspace/contexts.ts'
import { openWorkspace, type OpenWorkspace } from '../server/src/features/workspace/open-workspace.ts'
import { systemClock } from '../server/src/runtime/clock.ts'
import { createLog } from '../server/src/runtime/log.ts'
import { createSecretBox } from '../server/src/runtime/secret-box.ts'
import { createCompany } from '../demo/company.ts'

export interface BenchIds {
  /** By login. */
  users: Record<string, string>
  campuses: string[]
}

export interface BenchWorkspace {
  opened: OpenWorkspace
  ids: BenchIds
  databaseUrl: string
  close(): Promise<void>
}

export interface BenchHome {
  /** A folder that stays, database and all: five million rows are filled in once. */
  keptIn?: string | undefined
  id?: string
  /** Without the demo company. */
  isBlank?: boolean
}

/**
 * The demo company without its history, on a PostgreSQL of the bench's own with the settings that users get: durable
 * commits, small memory. `DATABASE_URL` measures another server; it must be empty.
 */
export const openBenchWorkspace = async ({
  keptIn,
  id = 'bench',
  isBlank = false,
}: BenchHome = {}): Promise<BenchWorkspace> => {
  const home = keptIn ?? (await mkdtemp(join(tmpdir(), 'jieli-bench-')))
  const log = createLog('error')
  const postgres = process.env['DATABASE_URL'] ? undefined : await startEmbeddedPostgres({ home, log: () => undefined })
  const databaseUrl = process.env['DATABASE_URL'] ?? postgres?.url ?? ''
  const opened = await openWorkspace({
    databaseUrl,
    id,
    home,
    publicUrl: 'http://127.0.0.1:3999',
    clock: systemClock,
    log,
    poolSize: 16,
    secretBox: createSecretBox(new Uint8Array(32).fill(1)),
    signInSecret: 'bench secret of more than thirty-two letters',
    formSecret: 'bench',
  })
  if (opened.isEmpty && !isBlank) await installBench(opened)
  return {
    opened,
    ids: await idsIn(opened),
    databaseUrl,
    close: async () => {
      await opened.close()
      await postgres?.stop()
      if (keptIn === undefined) await rm(home, { recursive: true, force: true })
    },
  }
}

const installBench = async (opened: OpenWorkspace): Promise<void> => {
  const context = systemContext(opened.workspace)
  await installObjects(context, '青屿教育')
  const company = createCompany({ until: Date.now(), days: 1 })
  // Caps and shifts would end the measurement at night; everybody takes everything.
  const users = company.users.map((user) => ({ ...user, shift: null, holdingCap: null, dailyCap: null }))
  await installCompany(context, { ...company, users, leaves: [] })
}

const idsIn = async ({ workspace }: OpenWorkspace): Promise<BenchIds> => {
  await workspace.directory.refresh()
  const { users, campusNames } = workspace.directory.current
  return {
    users: Object.fromEntries([...users.values()].map(({ login, id }) => [login, id])),
    campuses: [...campusNames.keys()],
  }
}
