import { isOnLeave, isOnShift } from '@jieli/core'
import { isoOf, zonedInstant } from '@jieli/core/time/zoned-time'
import { weekOf } from '../assignment/gather-facts.ts'
import type { Context } from '../workspace/workspace.ts'

/** How many consultants of a campus were on shift in the middle of a part of a day, leave taken off. */
export const consultantsOnShift = (
  context: Context,
  campusId: string,
  day: string,
  part: { from: number; to: number },
): number => {
  const { users, departmentOfCampus } = context.workspace.directory.current
  const path = departmentOfCampus.get(campusId)
  if (path === undefined) return 0
  const { timeZone } = context.workspace.config.current
  const middle = (part.from + part.to) / 2
  const at = isoOf(
    zonedInstant(day, `${String(Math.floor(middle)).padStart(2, '0')}:${middle % 1 === 0 ? '00' : '30'}`, timeZone),
  )
  return [...users.values()].filter(
    (person) =>
      person.active &&
      person.roleIds.includes('consultant') &&
      (person.departmentPath ?? '').startsWith(path) &&
      isOnShift(at, { shift: weekOf(person.shift), hours: null, timeZone }) &&
      !isOnLeave(at, person.leaves, timeZone),
  ).length
}
