/** Nothing sleeps longer: a clock that was set, a laptop that slept and a wake-up that was lost cost at most this. */
const LONGEST_SLEEP_MS = 60_000
const AFTER_FAILURE_MS = 5_000

export interface WakeableLoop {
  /** There may be something to do: the next turn comes soon. Many calls make one turn. */
  wake(): void
  /** No more turns; resolves when the running one is over. */
  stop(): Promise<void>
}

export interface LoopOptions {
  /** Does what is due and says after how many milliseconds to look again. */
  turn(): Promise<number>
  onError(error: unknown): void
  /** How long calls to wake gather. */
  gatherMs: number
}

/**
 * One turn after another, never two at once, in this process. Between turns it
 * - sleeps: a timer runs; `wake` brings it forward, never back;
 * - runs: `wake` is remembered, and another turn follows, for what was done may have missed what woke it;
 * - is stopped: nothing begins any more.
 */
export const startLoop = ({ turn, onError, gatherMs }: LoopOptions): WakeableLoop => {
  let timer: NodeJS.Timeout | undefined
  let wakesAt = 0
  let running: Promise<void> | undefined
  let woken = false
  let stopped = false

  const sleep = (ms: number): void => {
    clearTimeout(timer)
    const bounded = Math.min(LONGEST_SLEEP_MS, Math.max(0, ms))
    wakesAt = performance.now() + bounded
    timer = setTimeout(() => void (running = run()), bounded)
  }
  const run = async (): Promise<void> => {
    woken = false
    const ms = await turn().catch((error: unknown) => {
      onError(error)
      return AFTER_FAILURE_MS
    })
    running = undefined
    if (!stopped) sleep(woken ? Math.min(gatherMs, ms) : ms)
  }

  sleep(0)
  return {
    wake: () => {
      woken = true
      if (!stopped && running === undefined && wakesAt - performance.now() > gatherMs) sleep(gatherMs)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
