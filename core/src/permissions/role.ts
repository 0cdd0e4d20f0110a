import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'
import { expressionSchema } from '../formulas/expression.ts'
import { conditionReferences, type ConfigReference } from '../config/reference.ts'

/**
 * Which rows: mine, my department's, mine and those below, all, or those for which a condition holds. `shared` are those
 * that a colleague opened to me, `shared-edit` those opened to be changed; they come along with every narrower scope than
 * `all` and need to be named only by a role that sees nothing else.
 */
export const rowScopeSchema = z.union([
  z.enum(['none', 'shared', 'shared-edit', 'own', 'department', 'departments-below', 'all']),
  z.strictObject({ where: expressionSchema }),
])
/** What a role may say of rows. */
export type RoleScope = z.infer<typeof rowScopeSchema>
/**
 * Rows of an object. Of the rows of a sub-table also those whose record is among some rows of its own object: roles do not
 * say it, it follows from what they say of that object.
 */
export type RowScope = RoleScope | { parent: RoleScope }

/** Four states and no more: 可改, 只看, 脱敏, 无. */
export const fieldRightSchema = z.enum(['write', 'read', 'mask', 'none'])
export type FieldRight = z.infer<typeof fieldRightSchema>

export const objectRightsSchema = z.object({
  create: z.boolean().default(false),
  read: rowScopeSchema.default('none'),
  update: rowScopeSchema.default('none'),
  delete: rowScopeSchema.default('none'),
  fields: z.record(z.string(), fieldRightSchema).default({}),
  /** For fields that `fields` does not name, sensitive ones excepted: those are `none` until named. */
  otherFields: fieldRightSchema.default('none'),
})
export type ObjectRights = z.infer<typeof objectRightsSchema>
/** What a role comes to on an object, sub-tables included. */
export type RightsOnObject = Omit<ObjectRights, 'read' | 'update' | 'delete'> & Record<'read' | 'update' | 'delete', RowScope>

/** What a role may do beyond records. */
export const abilities = [
  'configure',
  'manage-users',
  'see-boards',
  'edit-boards',
  'import',
  'export',
  'assign',
  'see-sources',
  'create-keys',
  'see-audit',
] as const
export type Ability = (typeof abilities)[number]

export const roleSchema = z.object({
  id: z.string(),
  label: labelSchema,
  objects: z.record(z.string(), objectRightsSchema),
  abilities: z.array(z.enum(abilities)).default([]),
})
export type Role = z.infer<typeof roleSchema>

/** What a role names: objects, and the fields its row scopes read. A right to a field that is not there grants nothing. */
export const roleReferences = (role: Role): ConfigReference[] =>
  Object.entries(role.objects).flatMap(([object, rights]): ConfigReference[] => [
    { path: ['objects', object], to: 'object', name: object },
    ...(['read', 'update', 'delete'] as const).flatMap((way) => {
      const scope = rights[way]
      return typeof scope === 'string' ? [] : conditionReferences(object, scope.where, ['objects', object, way, 'where'])
    }),
  ])
