/**
 * The instants senders write, as ISO in UTC: unix seconds or milliseconds (number or text), ISO, and
 * `YYYY-MM-DD HH:mm:ss` without a zone, which Chinese platforms mean as Beijing time. Undefined when it is none of these.
 */
export const parseSenderTime = (input: unknown): string | undefined => {
  if (typeof input !== 'string' && typeof input !== 'number') return undefined
  const text = String(input).trim()
  if (/^\d{10}$/.test(text)) return isoOf(Number(text) * 1000)
  if (/^\d{13}$/.test(text)) return isoOf(Number(text))
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return parts === null ? undefined : isoOf(Date.parse(`${parts[1]}T${parts[2] ?? '00:00:00'}${parts[3] ?? '+08:00'}`))
}

const isoOf = (milliseconds: number): string | undefined =>
  Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString()
