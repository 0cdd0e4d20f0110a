import { z } from 'zod'
import { apiNameSchema, type Access } from '@jieli/core'
import { readOnlyAccess } from './read-only-access.ts'

/** What a key may reach: these objects and nothing else, some of them only to read. */
export const keyScopesSchema = z
  .array(z.strictObject({ object: apiNameSchema, access: z.enum(['read', 'write']) }))
  .min(1)
  .max(100)
export type KeyScopes = z.infer<typeof keyScopesSchema>

/**
 * The part of somebody's rights that a key was made for: other objects do not exist for it, and it has no abilities beyond
 * records. Never more than the person has.
 */
export const scopedAccess = (access: Access, scopes: KeyScopes): Access => {
  const reading = readOnlyAccess(access)
  return {
    ...access,
    abilities: new Set(),
    object: (info) => {
      // A key for orders reaches their lines: they are part of them.
      const own = scopes.filter(({ object }) => object === info.name || object === info.partOf?.parent.name)
      if (own.length === 0) return undefined
      return (own.some((scope) => scope.access === 'write') ? access : reading).object(info)
    },
  }
}
