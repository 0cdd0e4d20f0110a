import { parseCivilDate } from './civil-date.ts'

export const microsOfDay = 86_400_000_000n
const pattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))$/

/** A day inside the edges of civil dates, so that every zone's date of an instant is a date. */
const firstInstant = BigInt(-719_161) * microsOfDay
const endOfInstants = BigInt(2_932_896) * microsOfDay

/**
 * ISO text → microseconds since 1970, the precision of PostgreSQL, which a `Date` would lose; null when it is no
 * instant. An offset or `Z` is required: a time without one is no moment.
 */
export const parseInstant = (text: string): bigint | null => {
  const match = pattern.exec(text)
  const days = match ? parseCivilDate(match[1] ?? '') : null
  if (!match || days === null) return null
  const [hours, minutes, seconds, fraction] = [match[2], match[3], match[4] ?? '0', (match[5] ?? '').padEnd(6, '0')]
  const offset = (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0)) * (match[6] === '-' ? -1 : 1)
  const minutesOfUtc = BigInt(Number(hours) * 60 + Number(minutes) - offset)
  const micros = BigInt(days) * microsOfDay + minutesOfUtc * 60_000_000n + BigInt(seconds) * 1_000_000n + BigInt(fraction)
  return isInstant(micros) ? micros : null
}

/** Microseconds since 1970 → ISO in UTC; the last three digits are written only when they are not zero. */
export const formatInstant = (micros: bigint): string => {
  const rest = ((micros % 1_000n) + 1_000n) % 1_000n
  const iso = new Date(Number((micros - rest) / 1_000n)).toISOString()
  return rest === 0n ? iso : iso.replace('Z', `${String(rest).padStart(3, '0')}Z`)
}

/** Whether microseconds since 1970 are a moment whose date exists in every zone. */
export const isInstant = (micros: bigint): boolean => micros >= firstInstant && micros < endOfInstants
