/** The date on the workspace's wall at an instant: `2026-11-22` at 16:30 UTC on the 21st in Shanghai. */
export const civilToday = (now: string, timeZone: string): string => formatter(timeZone).format(new Date(now))

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(timeZone, made)
  return made
}
