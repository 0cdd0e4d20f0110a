import { z } from 'zod'
import type { ConfigReference } from '../config/reference.ts'
import { labelSchema } from '../i18n/label.ts'
import { apiNameSchema } from '../objects/object-type.ts'
import { rolesSchema } from './for-roles.ts'

const itemSchema = z.discriminatedUnion('kind', [
  /** A page of the product: `today`, `board`, `rules`. */
  z.object({ kind: z.literal('page'), page: z.string().max(60) }),
  z.object({ kind: z.literal('object'), object: apiNameSchema }),
  z.object({ kind: z.literal('view'), view: z.string() }),
])
export type MenuItem = z.infer<typeof itemSchema>

/**
 * The workspace of some roles: what stands in their menu, in which order, and where they begin. What is left out is out of
 * sight, not forbidden; what one may not use is never shown, whatever the menu says.
 */
export const menuSchema = z.object({
  id: z.string(),
  label: labelSchema,
  ...rolesSchema,
  /** Where one lands after signing in. Absent: 今天. */
  home: itemSchema.optional(),
  groups: z
    .array(z.object({ id: z.string(), label: labelSchema.optional(), items: z.array(itemSchema).max(60) }))
    .min(1)
    .max(20),
})
export type Menu = z.infer<typeof menuSchema>

/** What a menu names: objects, views, roles. Pages are the product's own. */
export const menuReferences = (menu: Menu): ConfigReference[] => {
  const ofItem = (item: MenuItem, path: (string | number)[]): ConfigReference[] =>
    item.kind === 'object'
      ? [{ path: [...path, 'object'], to: 'object', name: item.object }]
      : item.kind === 'view'
        ? [{ path: [...path, 'view'], to: 'view', name: item.view }]
        : []
  return [
    ...menu.roles.map((name, index) => ({ path: ['roles', index], to: 'role', name })),
    ...(menu.home ? ofItem(menu.home, ['home']) : []),
    ...menu.groups.flatMap(({ items }, group) =>
      items.flatMap((item, index) => ofItem(item, ['groups', group, 'items', index])),
    ),
  ]
}
