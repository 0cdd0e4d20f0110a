import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Settings } from '../../runtime/settings.ts'

export interface Installer {
  /** When the demo company is there; rejects when the process ended otherwise. */
  readonly done: Promise<void>
  /** Breaks it off. What it had written is thrown away by the next start. */
  stop(): Promise<void>
}

/**
 * Installs the demo company in a process of its own, which takes its memory along when it ends: the one that serves stays as
 * small as on any later start. It hears of this process's death by the channel between them and ends too.
 */
export const runInstaller = (databaseUrl: string, env: Settings['env']): Installer => {
  const child = fork(fileURLToPath(new URL('../../install-demo-process.ts', import.meta.url)), {
    env: { ...env, DATABASE_URL: databaseUrl },
    // Not the small memory of the service: this one is to be quick, and then gone.
    execArgv: [],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The demo company could not be installed'))))
  })
  return {
    done,
    stop: async () => {
      done.catch(() => undefined)
      child.kill()
      await ended
    },
  }
}
