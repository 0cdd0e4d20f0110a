import {
  AppError,
  authoriseRecordQuery,
  firstForRoles,
  hasCover,
  layoutFor,
  recordQuerySchema,
  typeAndSettingsOf,
  type FieldInfo,
  type FieldRight,
  type Label,
  type ObjectInfo,
  type View,
} from '@jieli/core'
import { tellHow } from '../computed/tell-how.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { authoriseContext } from '../records/authorise-context.ts'
import type { Context } from '../workspace/workspace.ts'

/** The workspace's definitions as far as this person may know them: what the pages are drawn from. */
export const describeMeta = (context: Context) => {
  const { config, directory } = context.workspace
  const snapshot = config.current
  const objects = [...snapshot.objects.values()].flatMap((info) => describeObject(context, info) ?? [])
  const known = new Set(objects.map((object) => object.name))
  const roleIds = directory.current.users.get(context.access.userId ?? '')?.roleIds ?? []
  const setsUp = (['configure', 'manage-users', 'edit-boards'] as const).some((one) => context.access.abilities.has(one))
  return {
    version: snapshot.version,
    objects,
    views: snapshot
      .items('view')
      .filter(
        (view) =>
          known.has(view.object) &&
          isUsable(context, view) &&
          (view.ownerId === null || view.ownerId === context.access.userId),
      )
      .toSorted((a, b) => a.order - b.order),
    layouts: [...known].flatMap((object) => layoutFor(snapshot.items('layout'), object, roleIds) ?? []),
    menu: firstForRoles(snapshot.items('menu'), roleIds) ?? null,
    outcomes: snapshot.items('outcome').toSorted((a, b) => a.order - b.order),
    users: [...directory.current.users.values()].map(({ id, name, departmentId, active }) => ({
      id,
      name,
      departmentId,
      active,
    })),
    departments: [...directory.current.departments.values()].map(({ id, name, parentId, path }) => ({
      id,
      name,
      parentId,
      path,
    })),
    sources: snapshot.items('source').map(({ id, label }) => ({ id, label })),
    ...(setsUp ? { roles: snapshot.items('role').map(({ id, label }) => ({ id, label })) } : {}),
  }
}

/** A view that filters or sorts by what this person may not use would only be refused: it is not offered. */
const isUsable = (context: Context, view: View): boolean => {
  try {
    const { object, where, sort } = view
    authoriseRecordQuery(recordQuerySchema.parse({ object, where, sort }), authoriseContext(context))
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

const describeObject = (context: Context, info: ObjectInfo) => {
  const rights = context.access.object(info)
  if (!rights || rights.read.length === 0) return undefined
  const { definition } = info
  return {
    id: definition.id,
    name: info.name,
    label: definition.label,
    icon: definition.icon,
    titleField: definition.titleField,
    ...(definition.stageField ? { stageField: definition.stageField } : {}),
    ...(info.partOf
      ? {
          partOf: { object: info.partOf.parent.name, relation: info.partOf.relation.name, position: info.partOf.position.name },
        }
      : {}),
    can: { create: rights.create, update: rights.update.length > 0, delete: rights.delete.length > 0 },
    fields: [...info.fields.values()]
      .filter((field) => rights.best(field) !== 'none')
      .map((field) =>
        describeField(field, {
          right: rights.best(field),
          mayFill: rights.create && rights.mayCreateWith(field),
          how: tellHow(context, field),
          isCovered: context.access.covers && hasCover(field, fieldTypeRegistry),
        }),
      ),
  }
}

const describeField = (
  field: FieldInfo,
  { right, mayFill, how, isCovered }: { right: FieldRight; mayFill: boolean; how: Label | undefined; isCovered: boolean },
) => {
  const { settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    settings,
    required: field.required,
    ...(field.requiredWhen ? { requiredWhen: field.requiredWhen } : {}),
    readOnly: field.readOnly,
    sensitive: field.sensitive,
    searchable: field.searchable,
    ...(field.unique ? { unique: true as const } : {}),
    right,
    mayFill,
    // Its values come covered: the whole is asked for by `reveal`, one at a time.
    ...(isCovered ? { covered: true } : {}),
    ...(how ? { how } : {}),
    ...(field.parts ? { rows: { object: field.parts.over.split('.')[0] ?? '', max: field.parts.max } } : {}),
    ...(field.help ? { help: field.help } : {}),
    ...(field.system ? { system: true } : {}),
  }
}
