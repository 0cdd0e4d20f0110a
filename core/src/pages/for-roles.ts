import { z } from 'zod'

/** Who something is for, and which goes first when several would do. */
export const rolesSchema = {
  /** Ids of roles. Empty: everybody. */
  roles: z.array(z.string()).max(50).default([]),
  order: z.number().int().default(0),
}

/**
 * Of things made for roles, the one for somebody who has these: the first by order that names one of their roles, else the
 * first that is for everybody.
 *
 * @example firstForRoles([{ roles: [], order: 0 }, { roles: ['manager'], order: 1 }], ['manager']) // the second
 */
export const firstForRoles = <T extends { roles: readonly string[]; order: number }>(
  candidates: readonly T[],
  roles: readonly string[],
): T | undefined => {
  const ordered = candidates.toSorted((a, b) => a.order - b.order)
  return ordered.find((one) => one.roles.some((role) => roles.includes(role))) ?? ordered.find((one) => one.roles.length === 0)
}
