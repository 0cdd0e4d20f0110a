/** The longest that one slow answer may hold up what comes after it. */
const patience = 5_000

/**
 * Gathers names while a run is under way and runs once more for all of them after it. A steady stream of changes then asks
 * again as fast as the server answers, and no answer is thrown away for a newer question.
 */
export const coalesce = (run: (names: string[]) => Promise<unknown>): ((names: string[]) => void) => {
  let waiting = new Set<string>()
  let isRunning = false
  const drain = async (): Promise<void> => {
    isRunning = true
    while (waiting.size > 0) {
      const names = [...waiting]
      waiting = new Set()
      await Promise.race([run(names).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, patience))])
    }
    isRunning = false
  }
  return (names) => {
    for (const name of names) waiting.add(name)
    if (!isRunning) void drain()
  }
}
