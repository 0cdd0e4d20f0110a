import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestWorkspace } from './open-test-workspace.ts'

export interface Worker {
  /** SIGKILL: no handler runs, nothing is tidied up. */
  kill(): Promise<void>
  /** What it ended with; null: it was killed. */
  ended: Promise<number | null>
}

/** Starts `worker-process.ts` on a test's workspace, at the test's time. */
export const startWorker = (test: TestWorkspace, work: 'timers' | 'deliveries' | 'jobs'): Worker => {
  const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, work, test.databaseUrl, test.workspace.home, test.clock.now()], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return {
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
