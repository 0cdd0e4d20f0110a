import { createLog } from '../../runtime/log.ts'
import { createSecretBox } from '../../runtime/secret-box.ts'
import { systemClock } from '../../runtime/clock.ts'
import { openWorkspace } from '../workspace/open-workspace.ts'
import { resumeImports } from './start-import.ts'

/** A process of its own that takes up the imports of a test's database, so that the test can kill it in the middle. */
const [, , databaseUrl = '', home = ''] = process.argv
const opened = await openWorkspace({
  databaseUrl,
  id: 'test',
  home,
  publicUrl: 'http://localhost:3000',
  clock: systemClock,
  log: createLog('silent'),
  secretBox: createSecretBox(new Uint8Array(32).fill(7)),
  signInSecret: 'a secret for tests of at least 32 letters',
  formSecret: 'form secret for tests',
})
process.stdout.write('working\n')
await resumeImports(opened.workspace)
process.stdout.write('through\n')
await opened.close()
