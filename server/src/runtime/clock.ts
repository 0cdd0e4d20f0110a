/** Where time comes from. Use cases get it through their context, so that a simulated company lives in simulated time. */
export interface Clock {
  now(): string
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that is set by hand: the demo's sixty days pass on it in half a minute. */
export class ManualClock implements Clock {
  #now: string
  constructor(now: string) {
    this.#now = now
  }
  now(): string {
    return this.#now
  }
  set(now: string): void {
    this.#now = now
  }
}

/** `now` plus minutes, ISO. */
export const addMinutes = (iso: string, minutes: number): string => new Date(Date.parse(iso) + minutes * 60_000).toISOString()
