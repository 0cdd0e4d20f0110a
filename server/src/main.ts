import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createHttpServer } from './api/http-server.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { Intake } from './features/capture/intake.ts'
import { addStandardFields } from './features/install/add-standard-fields.ts'
import { demoSignIns } from './features/install/demo-sign-ins.ts'
import { installEmpty } from './features/install/install-empty.ts'
import { installTemplateCompany } from './features/install/install-template-company.ts'
import { isInstalled, withInstallLock } from './features/install/install-lock.ts'
import { runInstaller } from './features/install/run-installer.ts'
import { systemContext } from './features/workspace/contexts.ts'
import type { OpenWorkspace } from './features/workspace/open-workspace.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { MAIN_SCHEMA, openMainWorkspace } from './open-main-workspace.ts'
import { explainStartFailure } from './runtime/explain-start-failure.ts'
import { createLog, type Log } from './runtime/log.ts'
import { readSettings, type Settings } from './runtime/settings.ts'
import { whenOrphaned } from './runtime/when-orphaned.ts'

/** Starts what was asked for and says when it is ready; SIGINT, SIGTERM and the end of its npm end it cleanly. */
const start = async (settings: Settings): Promise<void> => {
  const log = createLog(settings.logLevel)
  await mkdir(settings.home, { recursive: true })
  const postgres = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ home: settings.home, log: (message) => log.info(message) })
  const databaseUrl = settings.databaseUrl ?? postgres?.url ?? ''
  const stops: (() => Promise<void>)[] = []
  if (postgres) stops.push(postgres.stop)
  // From here on, for installing the demo takes a while and may be cut off too.
  whenAsked(async () => {
    for (const step of stops.toReversed()) await step()
  })
  const opened = await openInstalled(settings, databaseUrl, log, stops)
  stops.push(opened.close)
  if (settings.role !== 'web') stops.push((await startJobs(opened.workspace)).stop)
  if (settings.role !== 'worker') stops.push(await serve(settings, opened))
}

/** The workspace with a company in it: the demo or, when that was asked for, an empty one with an administrator. */
const openInstalled = async (
  settings: Settings,
  databaseUrl: string,
  log: Log,
  stops: (() => Promise<void>)[],
): Promise<OpenWorkspace> => {
  if (!settings.empty && !settings.template && !(await isInstalled(databaseUrl, MAIN_SCHEMA))) {
    const installer = runInstaller(databaseUrl, settings.env)
    stops.push(installer.stop)
    await installer.done
    stops.pop()
  }
  return withInstallLock(databaseUrl, MAIN_SCHEMA, async () => {
    const opened = await openMainWorkspace(settings, databaseUrl, log)
    if (opened.isEmpty && settings.template) {
      const demo = await installTemplateCompany(opened, settings.template)
      console.log(`Installed ${demo.company}: ${demo.records} records`)
    } else if (opened.isEmpty) {
      const admin = await installEmpty(opened)
      console.log(`Sign in as ${admin.login} with ${admin.password}, and change it under 我的`)
    } else {
      const added = await addStandardFields(systemContext(opened.workspace))
      if (added.length > 0) log.info({ added }, 'fields that are new in this version were added')
    }
    return opened
  })
}

const serve = async (settings: Settings, opened: OpenWorkspace): Promise<() => Promise<void>> => {
  const intake = new Intake(opened.workspace)
  const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))
  const signIns = demoSignIns(opened.workspace)
  const server = await createHttpServer({
    workspace: opened.workspace,
    signIn: opened.signIn,
    capture: (submission) => intake.capture(submission),
    webFolder: existsSync(dist) ? dist : null,
    demoSignIns: signIns,
  })
  await server.listen({ port: settings.port, host: settings.host })
  console.log(`Jieli ready at ${settings.publicUrl}`)
  for (const { role, login, name, password } of signIns)
    console.log(`  ${role.padEnd(4, '　')} ${login} / ${password}  (${name})`)
  return async () => {
    await server.close()
    await intake.idle()
  }
}

let isStopping = false

/** By a signal, or by the end of the npm that runs it. */
const whenAsked = (stop: () => Promise<void>): void => {
  const end = (): void => {
    if (isStopping) return
    isStopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
  whenOrphaned(end)
}

// Everything is loaded by now, and that is all that was asked for: Node keeps what it compiled for the next process.
if (process.argv.includes('--load-only')) process.exit(0)

let settings: Settings | undefined
try {
  settings = readSettings()
  await start(settings)
} catch (error) {
  // Whoever is asked to stop takes the database away from under what was still going on.
  if (!isStopping) {
    console.error(explainStartFailure(error, settings))
    process.exit(1)
  }
}
