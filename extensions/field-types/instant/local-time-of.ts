const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a hundred times its use. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** `2026-03-08T06:30:00.000Z` → `2026-03-08 14:30:00` in Asia/Shanghai. */
export function localTimeOf(instant: string, timeZone: string): string {
  const part: Record<string, string> = {}
  for (const { type, value } of formatterFor(timeZone).formatToParts(new Date(instant))) part[type] = value
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}:${part['second']}`
}
