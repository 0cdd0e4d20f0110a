import { parseCivilDate } from '../../time/civil-date.ts'
import { formatInstant, isInstant, microsOfDay, parseInstant } from '../../time/instant.ts'
import { instantOfWall, wallTime } from '../../time/wall-time.ts'

const pattern = /^(\d{4}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/

/** What a wall clock shows → the instant, ISO in UTC; null for anything else. A date alone is its first moment. */
export const readLocalTime = (text: string, timeZone: string): string | null => {
  const match = pattern.exec(text)
  const day = match ? parseCivilDate(match[1] ?? '') : null
  if (!match || day === null) return null
  const seconds = Number(match[2] ?? 0) * 3_600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)
  const instant = instantOfWall(BigInt(day) * microsOfDay + BigInt(seconds) * 1_000_000n, timeZone)
  return isInstant(instant) ? formatInstant(instant) : null
}

/** The instant as a wall clock shows it, `2026-11-21 08:00`; null where that would not lead back to the same text. */
export const writeLocalTime = (instant: string, timeZone: string): string | null => {
  const micros = parseInstant(instant)
  if (micros === null) return null
  const wall = wallTime(micros, timeZone)
  if (wall < 0n || !isInstant(wall)) return null
  const text = formatInstant(wall).slice(0, 19).replace('T', ' ').replace(/:00$/, '')
  return readLocalTime(text, timeZone) === instant ? text : null
}
