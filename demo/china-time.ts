/** The story plays in one zone without summer time, so plain arithmetic is exact. All instants are milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
const offset = 8 * hour

/** Hour of the day in China, with its fraction: 18.5 is half past six. */
export const hourOfDay = (instant: number): number => ((instant + offset) % day) / hour

/** 0 is Monday. */
export const weekday = (instant: number): number => (Math.floor((instant + offset) / day) + 3) % 7

/** Midnight in China before `instant`. */
export const startOfDay = (instant: number): number => Math.floor((instant + offset) / day) * day - offset

export const toIso = (instant: number): string => new Date(instant).toISOString()

/** `2026-11-21T14:00`, as a calendar control sends it. */
export const toLocalMinute = (instant: number): string => new Date(instant + offset).toISOString().slice(0, 16)

/** `2026-11-21`. */
export const toLocalDate = (instant: number): string => new Date(instant + offset).toISOString().slice(0, 10)
