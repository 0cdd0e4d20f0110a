import type { SqlContext } from '@jieli/core'
import type { Bindings } from './bindings.ts'

/** The moment and zone a query is reckoned at. */
export interface QueryTime {
  now: string
  timeZone: string
}

/** Bound when a function first asks: PostgreSQL refuses parameters that no text uses. */
export const openSqlContext = (bindings: Bindings, time: QueryTime, userId: string | null): SqlContext => {
  const bound = new Map<string, string>()
  const once = (name: string, value: string | null, type: string): string => {
    const text = bound.get(name) ?? bindings.bindAs(value, type)
    bound.set(name, text)
    return text
  }
  return {
    get now() {
      return once('now', time.now, 'timestamptz')
    },
    get timeZone() {
      return once('timeZone', time.timeZone, 'text')
    },
    get userId() {
      return once('userId', userId, 'uuid')
    },
  }
}
