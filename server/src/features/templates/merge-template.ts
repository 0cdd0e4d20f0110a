import type { Menu, Role } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { configKindNames, type ConfigTree } from '../config/config-tree.ts'
import { attachIds } from '../config/plan-objects.ts'
import type { WantedField, WantedObject } from '../config/plan-part.ts'
import { objectsOf } from '../config/config-tree.ts'

/** What a template brought along, so that exactly this can be taken away. */
export interface MadeByTemplate {
  /** Whole items: [kind, id]. */
  items: [string, string][]
  /** Fields added to objects that were there: [object, field]. */
  fields: [string, string][]
  /** Options added to fields that were there: [object, field, option]. */
  options: [string, string, string][]
}

/**
 * The settings with a template beside what is there: new objects, fields, options, roles, views … are added, nothing that
 * exists is changed, renamed or taken away. So templates of several industries live in one workspace. A menu for roles that
 * people here have already would hide what they use: it comes only where its roles do.
 */
export const mergeTemplate = (now: ConfigTree, template: ConfigTree): { wanted: ConfigTree; made: MadeByTemplate } => {
  const made: MadeByTemplate = { items: [], fields: [], options: [] }
  const wanted: ConfigTree = {}
  for (const kind of configKindNames) {
    const added = Object.entries(template[kind] ?? {})
      .filter(([id]) => !Object.hasOwn(now[kind] ?? {}, id))
      .filter(([, item]) => kind !== 'menu' || (item as Menu).roles.every((role) => !Object.hasOwn(now.role ?? {}, role)))
    wanted[kind] = { ...now[kind], ...Object.fromEntries(added) }
    made.items.push(...added.map(([id]): [string, string] => [kind, id]))
  }
  wanted.object = mergeObjects(now, template, made)
  wanted.role = mergeRoles(now, template, wanted.role ?? {})
  return { wanted, made }
}

const mergeObjects = (now: ConfigTree, template: ConfigTree, made: MadeByTemplate): Record<string, WantedObject> => {
  const here = objectsOf(now)
  const theirs = (template.object ?? {}) as Record<string, WantedObject>
  const merged = Object.fromEntries(
    Object.entries(theirs).map(([name, object]) => [name, here[name] ? mergeFields(here[name], object, made) : object]),
  )
  return attachIds(here, { ...here, ...merged })
}

const mergeFields = (now: WantedObject, theirs: WantedObject, made: MadeByTemplate): WantedObject => {
  const names = new Set(now.fields.map((field) => field.name))
  const added = theirs.fields.filter((field) => !names.has(field.name))
  made.fields.push(...added.map((field): [string, string] => [now.name, field.name]))
  const kept = now.fields.map((field) => {
    const their = theirs.fields.find((one) => one.name === field.name)
    return their ? mergeOptions(now.name, field, their, made) : field
  })
  return { ...now, fields: [...kept, ...added] }
}

const optionsOf = (field: WantedField): Option[] | undefined =>
  Array.isArray(field.settings['options']) ? (field.settings['options'] as Option[]) : undefined

/** Choices that are missing come last. One that is called like another is that one: people would not tell them apart. */
const mergeOptions = (object: string, field: WantedField, their: WantedField, made: MadeByTemplate): WantedField => {
  const [options, theirs] = [optionsOf(field), optionsOf(their)]
  if (!options || !theirs || field.type !== their.type) return field
  const taken = new Set(options.flatMap(({ id, label }) => [id, label['zh-CN'], label.en ?? '']))
  const added = theirs.filter(({ id, label }) => ![id, label['zh-CN'], label.en ?? id].some((name) => taken.has(name)))
  if (added.length === 0) return field
  made.options.push(...added.map(({ id }): [string, string, string] => [object, field.name, id]))
  return { ...field, settings: { ...field.settings, options: [...options, ...added] } }
}

/** Roles that are there learn of the new objects, and of nothing else. */
const mergeRoles = (now: ConfigTree, template: ConfigTree, roles: Record<string, unknown>): Record<string, unknown> => {
  const isNew = (object: string): boolean => !Object.hasOwn(now.object ?? {}, object)
  return Object.fromEntries(
    Object.entries(roles as Record<string, Role>).map(([id, role]) => {
      const their = (template.role?.[id] as Role | undefined)?.objects ?? {}
      const rights = Object.entries(their).filter(([object]) => isNew(object) && !Object.hasOwn(role.objects, object))
      return [id, { ...role, objects: { ...role.objects, ...Object.fromEntries(rights) } }]
    }),
  )
}

/** The settings without what a template brought along; options it added are no longer offered, records keep them. */
export const withoutTemplate = (now: ConfigTree, made: MadeByTemplate): ConfigTree => {
  const isMade = (kind: string, id: string): boolean => made.items.some(([k, i]) => k === kind && i === id)
  const left: ConfigTree = {}
  for (const kind of configKindNames)
    left[kind] = Object.fromEntries(Object.entries(now[kind] ?? {}).filter(([id]) => !isMade(kind, id)))
  left.object = Object.fromEntries(Object.values(objectsOf(left)).map((object) => [object.name, withoutFields(object, made)]))
  left.role = Object.fromEntries(
    Object.entries((left.role ?? {}) as Record<string, Role>).map(([id, role]) => [
      id,
      { ...role, objects: Object.fromEntries(Object.entries(role.objects).filter(([object]) => !isMade('object', object))) },
    ]),
  )
  return left
}

const withoutFields = (object: WantedObject, made: MadeByTemplate): WantedObject => ({
  ...object,
  fields: object.fields
    .filter((field) => !made.fields.some(([o, f]) => o === object.name && f === field.name))
    .map((field) => {
      const gone = new Set(made.options.flatMap(([o, f, option]) => (o === object.name && f === field.name ? [option] : [])))
      const options = optionsOf(field)?.map((option) => (gone.has(option.id) ? { ...option, archived: true } : option))
      return gone.size === 0 || !options ? field : { ...field, settings: { ...field.settings, options } }
    }),
})
