const LOOK_MS = 1_000

/**
 * Runs `run` once, when whoever started this process is gone. npm that is ended by a signal takes its shell along and tells
 * nobody, and the system has no event for it, so it is looked at each second. Only under npm: who starts the program by itself
 * may mean to leave it.
 */
export const whenOrphaned = (run: () => void): void => {
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] === undefined || parent <= 1) return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    run()
  }, LOOK_MS)
  timer.unref()
}
