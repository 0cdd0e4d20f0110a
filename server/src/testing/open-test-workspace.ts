import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '@jieli/core'
import type { App } from '../api/app.ts'
import { Intake } from '../features/capture/intake.ts'
import { installCompany, type CompanyIds } from '../features/install/install-company.ts'
import { installObjects } from '../features/install/install-objects.ts'
import { createAccount } from '../features/sign-in/account-queries.ts'
import { contextOfUser, systemContext } from '../features/workspace/contexts.ts'
import { openWorkspace, type OpenOptions, type OpenWorkspace } from '../features/workspace/open-workspace.ts'
import type { Context, Workspace } from '../features/workspace/workspace.ts'
import { ManualClock } from '../runtime/clock.ts'
import { createLog } from '../runtime/log.ts'
import { createSecretBox } from '../runtime/secret-box.ts'
import { createTestDatabase } from './test-database.ts'
import { testCompany } from './test-company.ts'

export interface TestWorkspace {
  workspace: Workspace
  opened: OpenWorkspace
  app: App
  clock: ManualClock
  ids: CompanyIds
  databaseUrl: string
  /** The context of a colleague by login, at the clock's time. */
  contextOf(login: string): Context
  system(): Context
  close(): Promise<void>
}

/** Monday noon in Shanghai: everybody of the test company is on shift. */
export const TEST_NOW = '2026-11-16T04:00:00.000Z'

const openOptions = (databaseUrl: string, home: string, clock: ManualClock): OpenOptions => ({
  databaseUrl,
  id: 'test',
  home,
  publicUrl: 'http://localhost:3000',
  clock,
  log: createLog('silent'),
  secretBox: createSecretBox(new Uint8Array(32).fill(7)),
  signInSecret: 'a secret for tests of at least 32 letters',
  formSecret: 'form secret for tests',
  formLimit: 10_000,
})

/** The same workspace opened a second time, with connections, settings and memory of its own: another process, for races. */
export const openSecondProcess = (test: TestWorkspace): Promise<OpenWorkspace> =>
  openWorkspace(openOptions(test.databaseUrl, test.workspace.home, test.clock))

/** A workspace in which nothing is installed: no object, no role, nobody. */
export const openBlankWorkspace = async (): Promise<
  Pick<TestWorkspace, 'workspace' | 'opened' | 'clock' | 'databaseUrl' | 'system' | 'close'>
> => {
  const database = await createTestDatabase()
  const home = await mkdtemp(join(tmpdir(), 'jieli-test-'))
  const clock = new ManualClock(TEST_NOW)
  const opened = await openWorkspace(openOptions(database.url, home, clock))
  const { workspace } = opened
  return {
    workspace,
    opened,
    clock,
    databaseUrl: database.url,
    system: () => systemContext(workspace),
    close: async () => {
      await opened.close()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** A workspace on a database of its own, with the small company of `test-company.ts` installed by the public use cases. */
export const openTestWorkspace = async (options: { now?: string; accounts?: boolean } = {}): Promise<TestWorkspace> => {
  const database = await createTestDatabase()
  const home = await mkdtemp(join(tmpdir(), 'jieli-test-'))
  const clock = new ManualClock(options.now ?? TEST_NOW)
  const opened = await openWorkspace(openOptions(database.url, home, clock))
  const { workspace } = opened
  const system = (): Context => systemContext(workspace)
  await installObjects(system(), '测试教育')
  const ids = await installCompany(system(), testCompany)
  if (options.accounts)
    await Promise.all(
      testCompany.users.map((user) =>
        createAccount(workspace.db, {
          userId: ids.users[user.login] ?? '',
          login: user.login,
          name: user.name,
          password: 'correct-horse',
        }),
      ),
    )
  const intake = new Intake(workspace)
  return {
    workspace,
    opened,
    clock,
    ids,
    databaseUrl: database.url,
    app: {
      workspace,
      signIn: opened.signIn,
      capture: (submission) => intake.capture(submission),
      webFolder: null,
      demoSignIns: [],
    },
    contextOf: (login) => contextOfUser(workspace, must(ids.users[login], login)),
    system,
    close: async () => {
      await intake.idle()
      await opened.close()
      await database.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}
