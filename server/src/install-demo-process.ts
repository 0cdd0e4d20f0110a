import { installDemo } from './features/install/install-demo.ts'
import { withInstallLock } from './features/install/install-lock.ts'
import { MAIN_SCHEMA, openMainWorkspace } from './open-main-workspace.ts'
import { explainStartFailure } from './runtime/explain-start-failure.ts'
import { createLog } from './runtime/log.ts'
import { readSettings } from './runtime/settings.ts'

// The process that installs the demo company and ends: see `features/install/run-installer.ts`, which starts it. It holds
// the lock itself, so a program that was killed beside it and comes again waits until it is gone.
process.once('disconnect', () => process.exit(1))

try {
  const settings = readSettings([])
  const { databaseUrl = '', demo, home, publicUrl, env } = settings
  await withInstallLock(databaseUrl, MAIN_SCHEMA, async () => {
    const opened = await openMainWorkspace(settings, databaseUrl, createLog(settings.logLevel))
    try {
      if (opened.isEmpty)
        await installDemo(opened, {
          databaseUrl,
          home,
          publicUrl,
          print: console.log,
          simulatorPort: env['SIM_PORT'] || '4010',
          ...demo,
        })
    } finally {
      await opened.close()
    }
  })
  process.exit(0)
} catch (error) {
  console.error(explainStartFailure(error, undefined))
  process.exit(1)
}
