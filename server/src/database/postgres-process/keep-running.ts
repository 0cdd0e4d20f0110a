import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** How long to wait after so many failed attempts: doubled each time, never more than half a minute. */
export const pauseAfter = (attempts: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)

export interface Guard {
  stop(): Promise<void>
}

/**
 * Watches a database server by one connection that asks nothing, so its death is noticed when it happens, whoever started
 * it. Then `revive` is tried, with longer and longer pauses, until a connection stands again. A server that is alive and
 * recovers by itself (one of its processes was killed) is only waited for: that is for `revive` to know.
 */
export const keepRunning = async (options: {
  url: string
  revive: () => Promise<void>
  log: (message: string) => void
}): Promise<Guard> => {
  const stopping = new AbortController()
  let client: pg.Client | undefined
  let reviving: Promise<void> | undefined

  const watch = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: options.url, connectionTimeoutMillis: 5_000, keepAlive: true })
    next.on('error', () => undefined)
    await next.connect()
    client = next
    next.once('end', () => {
      if (!stopping.signal.aborted) reviving = bringBack()
    })
  }

  const bringBack = async (): Promise<void> => {
    options.log('The database went away; it is started again')
    for (let attempts = 1; !stopping.signal.aborted; attempts++) {
      try {
        await options.revive()
        await watch()
        options.log('The database is back')
        return
      } catch (error) {
        options.log(`The database is not back yet: ${error instanceof Error ? error.message : String(error)}`)
        await pause(pauseAfter(attempts), undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  await watch()
  return {
    stop: async () => {
      stopping.abort()
      await reviving
      await client?.end().catch(() => undefined)
    },
  }
}
