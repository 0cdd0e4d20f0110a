import type { Settings } from './settings.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** No answer, no such name, a wrong password or user, no such database. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28P01',
  '28000',
  '3D000',
])

/** What went wrong in the words of whoever started it: which setting to look at, no stack, no secret. */
export const explainStartFailure = (error: unknown, settings: Settings | undefined): string => {
  const message = error instanceof Error ? error.message : String(error)
  const code = codeOf(error)
  if (settings && code === 'EADDRINUSE')
    return `Port ${settings.port} is taken by another program. Stop that one, or start with another PORT.`
  if (settings && code === 'EACCES' && message.startsWith('listen'))
    return `Port ${settings.port} may not be used by this account. Start with another PORT.`
  if (settings?.databaseUrl !== undefined && unreachable.has(code))
    return `The database of DATABASE_URL cannot be used: ${message}`
  return message
}
