import { countUp } from '../features/long-jobs/count-up.fixture.ts'
import { runDueJobs } from '../features/long-jobs/job-loop.ts'
import { jobKinds, jobKindsOf } from '../features/long-jobs/job-kinds.ts'
import { createDeliverNotices } from '../features/notices/deliver-notices.ts'
import { runDueTimers } from '../features/timers/timer-loop.ts'
import { systemContext } from '../features/workspace/contexts.ts'
import { openWorkspace } from '../features/workspace/open-workspace.ts'
import { ManualClock } from '../runtime/clock.ts'
import { createLog } from '../runtime/log.ts'
import { createSecretBox } from '../runtime/secret-box.ts'

/**
 * A process of its own that does one piece of background work on a test's workspace, made to be killed in the middle of it:
 * `node worker-process.ts timers|deliveries|jobs <database url> <home> <now>`.
 */
const [work = '', databaseUrl = '', home = '', now = ''] = process.argv.slice(2)

const { workspace, close } = await openWorkspace({
  databaseUrl,
  id: 'test',
  home,
  publicUrl: 'http://localhost:3000',
  clock: new ManualClock(now),
  log: createLog('silent'),
  secretBox: createSecretBox(new Uint8Array(32).fill(7)),
  signInSecret: 'a secret for tests of at least 32 letters',
  formSecret: 'form secret for tests',
})
if (work === 'timers') await runDueTimers(systemContext(workspace))
else if (work === 'jobs') await runDueJobs(workspace, { kinds: jobKindsOf([...jobKinds.values(), countUp]) })
else await createDeliverNotices(workspace, { allowLoopback: true })()
await close()
