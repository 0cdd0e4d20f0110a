import { z } from 'zod'
import { AppError, labelSchema, objectDraftSchema, type FieldDraft, type Label, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { createObject } from './create-object.ts'
import { freeName } from './free-name.ts'

/** The columns of a sub-table that is to be made, as the designer gives them: the first one names a row. */
const columnsSchema = z
  .array(
    z.strictObject({
      name: z.string().optional(),
      label: labelSchema,
      type: z.string().max(60),
      settings: z.record(z.string(), z.unknown()).default({}),
      required: z.boolean().default(false),
      sensitive: z.boolean().default(false),
    }),
  )
  .min(1)
  .max(40)

/**
 * Settings of a field that stands for rows, with the object of the rows made where `columns` came in place of `over`: its columns,
 * its relation to `parent`, and its place among the rows. `{ columns: [{ label: { 'zh-CN': '产品' }, type: 'text' }] }` on 订单 becomes
 * `{ over: 'orderLines.order' }`. Other settings are given back as they are.
 */
export const makeSubTable = async (
  context: Context,
  tx: Transaction,
  parent: ObjectType,
  { name, label, settings }: { name: string; label: Label; settings: Record<string, unknown> },
): Promise<Record<string, unknown>> => {
  const { columns, ...rest } = settings
  if (columns === undefined) return settings
  if (parent.partOf) throw refusal('settings', 'rows-of-rows')
  const checked = columnsSchema.safeParse(columns)
  if (!checked.success) throw refusal('settings.columns', 'invalid-setting', { reason: checked.error.issues[0]?.message ?? '' })
  const fields = new Map<string, FieldDraft>()
  const add = (draft: Omit<FieldDraft, 'name'> & { name?: string | undefined }): string => {
    const name = draft.name ?? freeName(draft.label, fields, 'field')
    if (fields.has(name)) throw refusal('settings.columns', 'name-taken')
    fields.set(name, { ...draft, name })
    return name
  }
  const relation = add({
    name: parent.name,
    label: parent.label,
    type: 'relation',
    settings: { object: parent.name },
    required: true,
  })
  const position = add({ name: 'position', label: { 'zh-CN': '行号', en: 'Row' }, type: 'number', settings: { scale: 6 } })
  const [title = ''] = checked.data.map((column) => add(column))
  const own = joined(parent.label, label)
  const draft = objectDraftSchema.parse({
    name: freeAfter(`${parent.name}${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, context.workspace.config.current.objects),
    label: own,
    icon: 'table-properties',
    titleField: title,
    partOf: { relation, position },
    fields: [...fields.values()],
  })
  const made = await createObject(context, tx, draft)
  return { ...rest, over: `${made.name}.${relation}` }
}

/** `orderLines`, or with a number behind it where that is taken. */
const freeAfter = (base: string, taken: { has(name: string): boolean }): string => {
  const short = base.slice(0, 50)
  for (let number = 1; ; number++) {
    const name = number === 1 ? short : `${short}${number}`
    if (!taken.has(name)) return name
  }
}

/** 订单明细: what the rows are called where they stand by themselves. */
const joined = (parent: Label, label: Label): Label => ({
  'zh-CN': `${parent['zh-CN']}${label['zh-CN']}`,
  ...(parent.en && label.en ? { en: `${parent.en} ${label.en}` } : {}),
})

const refusal = (path: string, code: string, params?: Record<string, string>): AppError =>
  new AppError('invalid-values', { issues: [{ path, code, ...(params ? { params } : {}) }] })
