import { textOf, type FieldInfo, type Label, type ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { closedStages } from '../assignment/closed-stages.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'

/** Where something can go. `customer`: to whoever gets its customer. `keep`: stays on purpose. */
export const destinations = ['people', 'rules', 'queue', 'customer', 'keep'] as const
export type Destination = (typeof destinations)[number]

/** One kind of thing that somebody can be responsible for: an object's records as owner, or a field that names a person. */
export interface HandoverPart {
  /** `lead`, `lead:finished`, `department.manager`. */
  key: string
  info: ObjectInfo
  /** Null: the owner. */
  field: FieldInfo | null
  /** What is over needs nobody; it may stay with who did it. */
  isFinished: boolean
  label: Label
  /** The column that names the person. */
  column: string
  /** What narrows the rows, over `t`; uses `$2` for the closed stages. */
  where: string
  destinations: readonly Destination[]
}

/** Records that tell of the person themselves: nobody takes over somebody's leave. */
const aboutThemselves = new Set(['user', 'leave'])

/** Of standard objects, when a record needs nobody any more. Others are never over by themselves. */
const finished = (info: ObjectInfo): string | null => {
  const column = (name: string): string | undefined => info.fields.get(name)?.column
  const at = { task: column('doneAt'), order: column('closedAt') }[info.name]
  if (at) return `t.${at} IS NOT NULL`
  if (info.name === 'lead' && column('stage')) return `coalesce(t.${column('stage')}, '') = ANY($2::text[])`
  return info.name === 'followUp' ? 'TRUE' : null
}

const ownerParts = (context: Context, info: ObjectInfo): HandoverPart[] => {
  const over = finished(info)
  const label = info.definition.label
  const part = { info, field: null, column: 'owner_id' }
  const open: HandoverPart = {
    ...part,
    key: info.name,
    label,
    isFinished: false,
    where: over === null ? 'TRUE' : `NOT (${over})`,
    destinations: destinationsOf(context, info),
  }
  if (over === null) return [open]
  const done: HandoverPart = {
    ...part,
    key: `${info.name}:finished`,
    // Where all of it is over, as with follow-ups, there is nothing to tell it from.
    label: over === 'TRUE' ? label : { 'zh-CN': `${textOf(label)}（已结束）`, en: `${textOf(label, 'en')} (finished)` },
    isFinished: true,
    where: over,
    destinations: [
      ...new Set<Destination>(['keep', 'people', ...(relatesToCustomer(context, info) ? ['customer' as const] : [])]),
    ],
  }
  return over === 'TRUE' ? [done] : [open, done]
}

/** Whether records of the object belong to a lead or a contact, and so go where their customer goes. */
const relatesToCustomer = (context: Context, info: ObjectInfo): boolean => customerRelations(context, info).length > 0

export const customerRelations = (context: Context, info: ObjectInfo): { field: FieldInfo; to: ObjectInfo }[] =>
  info.name === 'contact'
    ? []
    : ['lead', 'contact'].flatMap((name) => {
        const to = context.workspace.config.current.objects.get(name)
        const field = [...info.fields.values()].find((one) => one.type === 'relation' && one.settings['object'] === name)
        return to && field && to.name !== info.name ? [{ field, to }] : []
      })

const destinationsOf = (context: Context, info: ObjectInfo): Destination[] => {
  if (info.name === 'lead') {
    const isRuled = context.workspace.config.current
      .items('assignment-rule')
      .some((rule) => rule.enabled && rule.object === 'lead')
    return ['people', ...(isRuled ? (['rules'] as const) : []), 'queue']
  }
  return relatesToCustomer(context, info) ? ['customer', 'people'] : ['people']
}

const fieldParts = (info: ObjectInfo): HandoverPart[] =>
  [...info.fields.values()]
    .filter((field) => !field.system && !field.readOnly && field.settings['object'] === 'user')
    .filter((field) => fieldTypeRegistry[field.type]?.column(field.settings) === 'uuid')
    .map((field) => ({
      key: `${info.name}.${field.name}`,
      info,
      field,
      isFinished: false,
      label: {
        'zh-CN': `${textOf(info.definition.label)} · ${textOf(field.label)}`,
        en: `${textOf(info.definition.label, 'en')} · ${textOf(field.label, 'en')}`,
      },
      column: field.column,
      where: 'TRUE',
      destinations: ['people'],
    }))

/** Everything that somebody can be responsible for here, customers first: what belongs to one follows it. */
export const handoverParts = (context: Context): HandoverPart[] => {
  const objects = [...context.workspace.config.current.objects.values()].filter(({ name }) => !aboutThemselves.has(name))
  const rank = ({ name }: ObjectInfo): number => (name === 'lead' ? 0 : name === 'contact' ? 1 : 2)
  const sorted = objects.toSorted((a, b) => rank(a) - rank(b))
  return [...sorted.flatMap((info) => ownerParts(context, info)), ...sorted.flatMap(fieldParts)]
}

/** How many of each part these people hold: one statement for all of it. */
export const countHeld = async (
  context: Context,
  db: Queryable,
  { parts, userIds }: { parts: readonly HandoverPart[]; userIds: readonly string[] },
): Promise<{ part: string; userId: string; count: number }[]> => {
  if (parts.length === 0 || userIds.length === 0) return []
  const selects = parts.map(
    ({ key, info, column, where }) =>
      `SELECT '${key}' AS part, t.${column} AS "userId", count(*)::int AS count FROM w.${info.table} t
       WHERE t.${column} = ANY($1::uuid[]) AND t.deleted_at IS NULL AND ($2::text[] IS NOT NULL) AND (${where}) GROUP BY t.${column}`,
  )
  return db.query(selects.join('\nUNION ALL '), [userIds, [...closedStages(context)]])
}
