import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createHttpServer } from './api/http-server.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { Intake } from './features/capture/intake.ts'
import { installDemo, demoSignIns } from './features/install/install-demo.ts'
import { installEmpty } from './features/install/install-empty.ts'
import { withInstallLock } from './features/install/install-lock.ts'
import { openWorkspace, type OpenWorkspace } from './features/workspace/open-workspace.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { systemClock } from './runtime/clock.ts'
import { deriveSecret } from './runtime/derive-secret.ts'
import { explainStartFailure } from './runtime/explain-start-failure.ts'
import { loadMasterKey } from './runtime/load-master-key.ts'
import { createLog } from './runtime/log.ts'
import { createSecretBox } from './runtime/secret-box.ts'
import { readSettings, type Settings } from './runtime/settings.ts'

const WORKSPACE = 'main'

/** Starts what was asked for and says when it is ready; SIGINT and SIGTERM end it cleanly. */
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
  onSignal(async () => {
    for (const step of stops.toReversed()) await step()
  })
  const opened = await withInstallLock(databaseUrl, `w_${WORKSPACE}`, async () => {
    const workspace = await open(settings, databaseUrl, log)
    await installWhenEmpty(settings, workspace, databaseUrl)
    return workspace
  })
  stops.push(opened.close)
  if (settings.role !== 'web') stops.push((await startJobs(opened.workspace)).stop)
  if (settings.role !== 'worker') stops.push(await serve(settings, opened))
}

const open = async (settings: Settings, databaseUrl: string, log: ReturnType<typeof createLog>): Promise<OpenWorkspace> => {
  const key = await loadMasterKey(settings.home, settings.env)
  return openWorkspace({
    databaseUrl,
    id: WORKSPACE,
    home: settings.home,
    publicUrl: settings.publicUrl,
    clock: systemClock,
    log,
    secretBox: createSecretBox(key),
    signInSecret: deriveSecret(key, 'sign-in'),
    formSecret: deriveSecret(key, 'form'),
    ...(settings.empty ? {} : { formLimit: DEMO_FORM_LIMIT }),
  })
}

/** The demo's live customers all come from one address. */
const DEMO_FORM_LIMIT = 1_200

const installWhenEmpty = async (settings: Settings, opened: OpenWorkspace, databaseUrl: string): Promise<void> => {
  if (!opened.isEmpty) return
  if (!settings.empty) {
    await installDemo(opened, {
      databaseUrl,
      home: settings.home,
      publicUrl: settings.publicUrl,
      print: console.log,
      simulatorPort: settings.env['SIM_PORT'] || '4010',
      ...settings.demo,
    })
    return
  }
  const admin = await installEmpty(opened)
  console.log(`Sign in as ${admin.login} with ${admin.password}, and change it under 我的`)
}

const serve = async (settings: Settings, opened: OpenWorkspace): Promise<() => Promise<void>> => {
  const intake = new Intake(opened.workspace)
  const dist = fileURLToPath(new URL('../../web/dist', import.meta.url))
  const signIns = await demoSignIns(opened.workspace)
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

const onSignal = (stop: () => Promise<void>): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

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
