import { parseDocument, stringify } from 'yaml'
import { AppError, configKinds, type ConfigKind } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { changeConfig, type ConfigChange } from './change-config.ts'

/** All settings: kind → id → item. */
export type ConfigTree = Partial<Record<ConfigKind, Record<string, unknown>>>

export interface ConfigDifference {
  kind: ConfigKind
  id: string
  change: 'added' | 'changed' | 'removed'
  /** Dotted paths that differ, for a change. */
  paths: string[]
}

/** Their tables move with them: they are changed in the page or by the API, never by a file. */
const reportedOnly: ReadonlySet<ConfigKind> = new Set<ConfigKind>(['object'])

const kinds = Object.keys(configKinds) as ConfigKind[]

/** What a kind is called, written above its items. */
const titles: Record<ConfigKind, string> = {
  object: '对象和字段 objects (only compared, not applied)',
  role: '角色 roles',
  'assignment-rule': '分配规则 assignment rules',
  'follow-up-rule': '跟进时限 follow-up rules',
  calendar: '工作日历 calendars',
  source: '来源 sources',
  form: '表单 forms',
  view: '视图 views',
  outcome: '跟进结果 outcomes',
  channel: '通知渠道 channels',
  webhook: '外发 Webhook outgoing webhooks',
}

export const readConfigTree = async (context: Context): Promise<ConfigTree> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const rows = await context.workspace.db.query<{ kind: ConfigKind; id: string; item: unknown }>(
    'SELECT kind, id, item FROM w.config_item ORDER BY kind, id',
  )
  const tree: ConfigTree = {}
  for (const { kind, id, item } of rows) (tree[kind] ??= {})[id] = item
  return tree
}

/** Keys in order, so that the same settings are the same text, whoever wrote them. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** The settings as a file for people, diffs and version control. Secrets are not settings and are not in it. */
export const writeConfigFile = (tree: ConfigTree, name: string): string => {
  const parts = kinds
    .filter((kind) => tree[kind])
    .map((kind) => `# ${titles[kind]}\n${stringify({ [kind]: sorted(tree[kind]) }, { lineWidth: 0 })}`)
  return [
    `# ${name.replace(/\s+/gu, ' ')}: Jieli 接力的设置 settings. 比较 compare: npm run jieli -- config diff <file>; 应用 apply: config apply <file>\n`,
    ...parts,
  ].join('\n')
}

/** A file of settings, every item checked against its kind. */
export const readConfigFile = (text: string): ConfigTree => {
  const document = parseDocument(text, { uniqueKeys: true })
  const [broken] = document.errors
  if (broken) throw new AppError('unreadable-file', { details: { reason: broken.message } })
  const tree = (document.toJS({ maxAliasCount: 100 }) ?? {}) as Record<string, unknown>
  const unknown = Object.keys(tree).filter((kind) => !kinds.includes(kind as ConfigKind))
  if (unknown.length > 0) throw new AppError('unreadable-file', { details: { reason: `unknown kind ${unknown.join(', ')}` } })
  return Object.fromEntries(Object.entries(tree).map(([kind, items]) => [kind, checkItems(kind as ConfigKind, items)]))
}

const checkItems = (kind: ConfigKind, items: unknown): Record<string, unknown> => {
  if (typeof items !== 'object' || items === null || Array.isArray(items))
    throw new AppError('unreadable-file', { details: { reason: `${kind} must map ids to items` } })
  return Object.fromEntries(
    Object.entries(items).map(([id, item]) => {
      const checked = configKinds[kind].safeParse(item)
      if (!checked.success)
        throw new AppError('unreadable-file', {
          details: {
            reason: checked.error.issues.map((issue) => `${kind} ${id} ${issue.path.join('.')}: ${issue.message}`).join('; '),
          },
        })
      // Objects are kept under their names; all else under its id.
      if (!reportedOnly.has(kind) && checked.data.id !== id)
        throw new AppError('unreadable-file', { details: { reason: `${kind} ${id} says that its id is ${checked.data.id}` } })
      return [id, checked.data]
    }),
  )
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const pathsOf = (now: unknown, wanted: unknown, path = ''): string[] => {
  if (isSame(now, wanted)) return []
  if (!isTree(now) || !isTree(wanted)) return [path || '.']
  return [...new Set([...Object.keys(now), ...Object.keys(wanted)])]
    .toSorted()
    .flatMap((key) => pathsOf(now[key], wanted[key], path === '' ? key : `${path}.${key}`))
}

/** What applying `wanted` would do. A kind that the file does not mention stays as it is; in one that it does, the file is all there is. */
export const compareConfig = (now: ConfigTree, wanted: ConfigTree): ConfigDifference[] =>
  kinds
    .filter((kind) => wanted[kind])
    .flatMap((kind) => {
      const before = now[kind] ?? {}
      const after = wanted[kind] ?? {}
      return [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted().flatMap((id): ConfigDifference[] => {
        if (!(id in after)) return [{ kind, id, change: 'removed', paths: [] }]
        if (!(id in before)) return [{ kind, id, change: 'added', paths: [] }]
        const paths = pathsOf(before[id], after[id])
        return paths.length === 0 ? [] : [{ kind, id, change: 'changed', paths }]
      })
    })

export const isReportedOnly = ({ kind }: ConfigDifference): boolean => reportedOnly.has(kind)

/** Makes the settings those of the file, all in one change; gives what it did. */
export const applyConfig = async (context: Context, wanted: ConfigTree): Promise<ConfigDifference[]> => {
  const differences = compareConfig(await readConfigTree(context), wanted).filter((one) => !isReportedOnly(one))
  const changes = differences.map(({ kind, id, change }): ConfigChange => ({
    kind,
    id,
    item: change === 'removed' ? null : wanted[kind]?.[id],
  }))
  if (changes.length > 0) await changeConfig(context, changes)
  return differences
}
