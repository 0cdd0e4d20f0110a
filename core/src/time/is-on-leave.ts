import { civilDate, instantOf } from './zoned-time.ts'

/** Civil dates, both included; `to` null: until further notice. */
export interface Leave {
  from: string
  to: string | null
}

/** Whether an instant falls in one of the leaves, by the zone's calendar: a leave ends at its last midnight there. */
export const isOnLeave = (at: string, leaves: readonly Leave[], timeZone: string): boolean => {
  if (leaves.length === 0) return false
  const date = civilDate(instantOf(at), timeZone)
  return leaves.some(({ from, to }) => from <= date && (to === null || date <= to))
}
