import type { ConfigKind } from '../config/config-item.ts'
import type { Snapshot } from '../config/snapshot.ts'
import { textOf, type Label } from '../i18n/label.ts'

/** A place in the settings that names a field. */
export interface FieldUse {
  /** Kind of the setting: view, form, role, assignment-rule, object … */
  kind: ConfigKind
  id: string
  /** As people know it: 我的线索. */
  label: string
  /**
   * `decides`: a condition, a rule or a formula rests on it, and would come out differently or fail without it. `shows`:
   * a column, a question, a right; without the field it is only not there.
   */
  how: 'decides' | 'shows'
}

/** Settings whose object is not said are about leads: forms, sources, rules and outcomes have that default. */
const DEFAULT_OBJECT = 'lead'

/** Members that hold paths of fields which only show. Everything else that names a field decides. */
const showing = new Set(['columns', 'sort', 'summaries'])
/** Members that hold names of fields which decide, beside expressions. */
const deciding = new Set([
  'groupBy',
  'startField',
  'endField',
  'coverField',
  'sameAs',
  'skillField',
  'titleField',
  'stageField',
])
/** A layout places fields; what it shows them by decides. */
const decidingInside = new Set(['showWhen'])

type Found = Map<string, FieldUse['how']>

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field path a setting names, by how it uses it. Expressions are found wherever they stand. */
const pathsIn = (value: unknown, found: Found, how: FieldUse['how'] = 'decides'): void => {
  if (Array.isArray(value)) {
    for (const one of value) {
      if (how === 'shows' && typeof one === 'string') add(found, one, how)
      else pathsIn(one, found, how)
    }
    return
  }
  if (!isPlain(value)) return
  for (const [key, member] of Object.entries(value)) {
    if (key === 'field' && typeof member === 'string') add(found, member, how)
    else if (deciding.has(key) && typeof member === 'string') add(found, member, 'decides')
    else pathsIn(member, found, decidingInside.has(key) ? 'decides' : showing.has(key) ? 'shows' : how)
  }
}

const add = (found: Found, path: string, how: FieldUse['how']): void => {
  if (found.get(path) !== 'decides') found.set(path, how)
}

/** What of each kind names fields of its object outside of expressions. */
const namesOf: Partial<Record<ConfigKind, (item: Record<string, unknown>) => string[]>> = {
  form: (item) => [
    ...(item['fields'] as { name: string }[]).map(({ name }) => name),
    ...Object.keys((item['fixed'] as object | undefined) ?? {}),
  ],
  source: (item) => [
    ...Object.keys((item['mapping'] as object | undefined) ?? {}),
    ...Object.keys((item['defaults'] as object | undefined) ?? {}),
  ],
}

/** True when a path that starts at `object` passes or ends at the field: `campus.city` passes `campus` of the lead. */
const touches = (snapshot: Snapshot, object: string, path: string, target: { object: string; field: string }): boolean => {
  let at: string | undefined = object
  for (const name of path.split('.')) {
    if (at === undefined) return false
    if (at === target.object && name === target.field) return true
    const settings: Record<string, unknown> | undefined = snapshot.objects.get(at)?.fields.get(name)?.settings
    at = typeof settings?.['object'] === 'string' ? settings['object'] : undefined
  }
  return false
}

const labelOf = (item: Record<string, unknown>, id: string): string => {
  const label = item['label'] ?? item['title']
  return typeof label === 'string' ? label : isPlain(label) ? textOf(label as unknown as Label) : id
}

/** What of a setting asks an object: the setting itself; of a board each card, which has an object of its own. */
const askersOf = (kind: ConfigKind, item: Record<string, unknown>): Record<string, unknown>[] =>
  kind === 'board' ? ((item['cards'] ?? []) as Record<string, unknown>[]).filter((card) => 'object' in card) : [item]

/**
 * Every setting that uses a field, each once: what people are shown before it goes or changes, `used by 3 views, 2 rules`.
 *
 * @example usesOfField(snapshot, 'lead', 'subject') // [{ kind: 'view', id: 'v1', label: '数学线索', how: 'decides' }]
 */
export const usesOfField = (snapshot: Snapshot, object: string, field: string): FieldUse[] => {
  const target = { object, field }
  const uses: FieldUse[] = []
  for (const kind of snapshot.kinds) {
    for (const item of snapshot.items(kind) as readonly Record<string, unknown>[]) {
      const how = kind === 'role' ? useOfRole(snapshot, item, target) : useOfItem(snapshot, kind, item, target)
      const id = String(kind === 'object' ? item['name'] : item['id'])
      if (how) uses.push({ kind, id, label: labelOf(item, id), how })
    }
  }
  return uses
}

const useOfItem = (
  snapshot: Snapshot,
  kind: ConfigKind,
  item: Record<string, unknown>,
  target: { object: string; field: string },
): FieldUse['how'] | undefined => {
  if (kind === 'object' && restsOnRows(snapshot, item, target)) return 'decides'
  const hows = askersOf(kind, item).flatMap((asker) => usesOfAsker(snapshot, kind, asker, target))
  return hows.includes('decides') ? 'decides' : hows[0]
}

/** Whether something else of the object is reckoned over the rows that the field stands for: they go when it goes. */
const restsOnRows = (snapshot: Snapshot, item: Record<string, unknown>, target: { object: string; field: string }): boolean => {
  const over = snapshot.objects.get(target.object)?.fields.get(target.field)?.parts?.over
  return over !== undefined && fieldsIn(item).some(({ name, settings }) => settings['over'] === over && name !== target.field)
}

const fieldsIn = (object: Record<string, unknown>) => object['fields'] as { name: string; settings: Record<string, unknown> }[]

const usesOfAsker = (
  snapshot: Snapshot,
  kind: ConfigKind,
  item: Record<string, unknown>,
  target: { object: string; field: string },
): FieldUse['how'][] => {
  const object = kind === 'object' ? String(item['name']) : String(item['object'] ?? DEFAULT_OBJECT)
  const found: Found = new Map()
  pathsIn(item, found, kind === 'layout' ? 'shows' : 'decides')
  for (const name of namesOf[kind]?.(item) ?? []) add(found, name, 'shows')
  return [...found].filter(([path]) => touches(snapshot, object, path, target)).map(([, how]) => how)
}

/** A role's conditions decide which rows are seen. That it names a right on the field only matters while there is one. */
const useOfRole = (
  snapshot: Snapshot,
  item: Record<string, unknown>,
  target: { object: string; field: string },
): FieldUse['how'] | undefined => {
  const decides = Object.entries((item['objects'] as object | undefined) ?? {}).some(([object, rights]) => {
    const found: Found = new Map()
    pathsIn(rights, found)
    return [...found.keys()].some((path) => touches(snapshot, object, path, target))
  })
  return decides ? 'decides' : undefined
}

/** Every setting that uses an object: what points to it, is reckoned over its records, shows it, or gives rights on it. */
export const usesOfObject = (snapshot: Snapshot, object: string): FieldUse[] =>
  snapshot.kinds.flatMap((kind) =>
    (snapshot.items(kind) as readonly Record<string, unknown>[]).flatMap((item): FieldUse[] => {
      const id = String(kind === 'object' ? item['name'] : item['id'])
      if (kind === 'object') {
        const points = fieldsIn(item).some(
          ({ settings }) =>
            settings['object'] === object ||
            (Array.isArray(settings['objects']) && settings['objects'].includes(object)) ||
            String(settings['over'] ?? '').startsWith(`${object}.`),
        )
        return points && id !== object ? [{ kind, id, label: labelOf(item, id), how: 'decides' }] : []
      }
      const isAbout = kind !== 'role' && askersOf(kind, item).some((asker) => asker['object'] === object)
      return isAbout ? [{ kind, id, label: labelOf(item, id), how: kind === 'view' ? 'shows' : 'decides' }] : []
    }),
  )
