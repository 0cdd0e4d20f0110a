import { configKindLabels, configReferences, systemFields, type ConfigKind, type ConfigReference } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { configKindNames, objectsOf, type ConfigTree } from './config-tree.ts'

/** A name in a setting that nothing answers to. */
export interface DanglingReference {
  kind: ConfigKind
  id: string
  path: readonly (string | number)[]
  /** What is named and does not exist: 字段 lead.grade. */
  name: string
}

const systemNames = new Set(systemFields.map((field) => field.name))

/** The names that nothing answers to, in all settings of a tree. */
export const findDangling = (tree: ConfigTree): DanglingReference[] =>
  configKindNames.flatMap((kind) =>
    Object.entries(tree[kind] ?? {}).flatMap(([id, item]) =>
      referencesOf(kind, item)
        .filter((reference) => !isThere(tree, reference))
        .map((reference) => ({ kind, id, path: reference.path, name: nameOf(reference) })),
    ),
  )

const referencesOf = (kind: ConfigKind, item: unknown): ConfigReference[] =>
  (configReferences[kind] as ((item: unknown) => ConfigReference[]) | undefined)?.(item) ?? relationsOf(kind, item)

/** Fields that lead to another object name it in their settings. */
const relationsOf = (kind: ConfigKind, item: unknown): ConfigReference[] =>
  kind !== 'object'
    ? []
    : (item as { fields: { name: string; type: string; settings: Record<string, unknown> }[] }).fields.flatMap(
        ({ name, type, settings }): ConfigReference[] => {
          const path = ['fields', name, 'settings']
          const named = (to: unknown, at: readonly (string | number)[]): ConfigReference[] =>
            typeof to === 'string' ? [{ path: [...path, ...at], to: 'object', name: to }] : []
          if (fieldTypeRegistry[type]?.isRelation) return named(settings['object'], ['object'])
          if (!fieldTypeRegistry[type]?.targets || !Array.isArray(settings['objects'])) return []
          return settings['objects'].flatMap((to: unknown, index) => named(to, ['objects', index]))
        },
      )

const nameOf = ({ to, name, object }: ConfigReference): string => {
  const word = to === 'field' ? '字段' : (configKindLabels[to as ConfigKind]?.['zh-CN'] ?? to)
  return `${word} ${object === undefined ? name : `${object}.${name}`}`
}

const isThere = (tree: ConfigTree, { to, name, object }: ConfigReference): boolean =>
  to === 'field'
    ? isField(tree, object ?? '', name.replace(/^record\./, '').split('.'))
    : Object.hasOwn(tree[to as ConfigKind] ?? {}, name)

/** `campus.city` leads over the relation `campus` of the object to the field `city` of the object it points to. */
const isField = (tree: ConfigTree, object: string, [name = '', ...rest]: readonly string[]): boolean => {
  if (systemNames.has(name)) return rest.length === 0 || name !== 'id'
  const field = objectsOf(tree)[object]?.fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field !== undefined
  const target = field.settings['object']
  return typeof target === 'string' && isField(tree, target, rest)
}
