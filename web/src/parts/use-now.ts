import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
/** Server time minus this machine's: countdowns are right on a phone whose clock is wrong. */
let skew = 0

const tick = (): void => {
  now = Math.floor((Date.now() + skew) / 1_000) * 1_000
  for (const tell of listeners) tell()
}

export const setServerTime = (instant: string): void => {
  const next = Date.parse(instant) - Date.now()
  if (Math.abs(next - skew) > 2_000) skew = next
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(tick, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time to the minute: lists redraw once a minute, not every second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => Math.floor(now / 60_000) * 60_000)

/** The time to the second, for countdowns. */
export const useNowBySecond = (): number => useSyncExternalStore(subscribe, () => now)
