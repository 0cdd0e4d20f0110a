const UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/**
 * An instant as PostgreSQL writes it for a connection in UTC (`2026-11-30 08:15:00.25+00`), as the platform holds it
 * (`2026-11-30T08:15:00.250Z`). A page of a list has hundreds: taking the text apart costs a fifth of what `Date` does.
 */
export const readInstant = (text: string): string => {
  const parts = UTC.exec(text)
  if (!parts) return new Date(text).toISOString()
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}
