import { AppError, recordQuerySchema, type Expression, type Field, type FieldUse, type ObjectType } from '@jieli/core'
import { foldOption, optionsFor, type Option } from '@jieli/core/fields/option'
import { writeConfig } from '../config/change-config.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { allowQuery } from '../records/allow-query.ts'
import { findRecords } from '../records/find-records.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireQuiet } from './conversion/start-conversion.ts'
import { usesIn } from './field-impact.ts'
import { definitionOf, fieldOf, lockObject, requireConfigure } from './lock-object.ts'
import { optionsOf } from './merge-options.ts'
import { recycle } from './recycle.ts'
import { holdsOption, splitOption } from './split-option-job.ts'

/** One option taken apart: records that hold it and meet a condition get a new one, the first whose condition they meet. */
export interface OptionSplit {
  from: string
  into: readonly { label: string; where: Expression }[]
}

export interface SplitPreview {
  /** How many records hold the option now, each new one would hold, and stay. */
  total: number
  into: { label: string; count: number }[]
  rest: number
  /** Settings that name the field: conditions on the option see fewer records afterwards. */
  uses: FieldUse[]
}

const MOST_OPTIONS = 500

const refusal = (path: string, code: string, params: Record<string, string | number> = {}): AppError =>
  new AppError('invalid-values', { issues: [{ path, code, params }] })

/** What each new option would hold. Whoever asks must be allowed to ask by each condition; counted are all records in use. */
export const previewSplit = async (
  context: Context,
  objectName: string,
  fieldName: string,
  split: OptionSplit,
): Promise<SplitPreview> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  const field = fieldOf(object, fieldName)
  withNewOptions(field, split)
  await requireAskable(context, object, split)
  const holds = holdsOption(field, split.from)
  const count = (...parts: Expression[]): Promise<number> => countWhere(context, object, [holds, ...parts])
  const into = await Promise.all(
    split.into.map(async ({ label, where }, index) => ({
      label,
      count: await count(
        where,
        ...split.into.slice(0, index).map((before): Expression => ({ call: 'not', args: [before.where] })),
      ),
    })),
  )
  const total = await count()
  const moved = into.reduce((sum, one) => sum + one.count, 0)
  return { total, into, rest: total - moved, uses: usesIn(context, object.name, field.name) }
}

const countWhere = async (context: Context, { name }: ObjectType, parts: Expression[]): Promise<number> => {
  const where: Expression = { call: 'and', args: parts }
  const page = await findRecords(systemContext(context.workspace), {
    object: name,
    select: ['id'],
    where,
    limit: 1,
    count: 'exact',
  })
  return page.count?.value ?? 0
}

const requireAskable = async (context: Context, { name }: ObjectType, { into }: OptionSplit): Promise<void> => {
  for (const { where } of into) await allowQuery(context, recordQuerySchema.parse({ object: name, where }))
}

/** The field with the new options beside the one they are taken from; refuses names that are there and more than fit. */
const withNewOptions = (field: Field, { from, into }: OptionSplit): { field: Field; made: Option[] } => {
  const options = optionsOf(field)
  const at = options.findIndex(({ id }) => id === from)
  if (at < 0) throw refusal('from', 'unknown-option', { value: from })
  const known = new Set(options.flatMap(({ label }) => [label['zh-CN'], label.en ?? '']).map(foldOption))
  for (const [index, { label }] of into.entries()) {
    const name = foldOption(label)
    if (name === '') throw refusal(`into.${index}.label`, 'required')
    if (known.has(name)) throw refusal(`into.${index}.label`, 'name-taken')
    known.add(name)
  }
  const all = optionsFor(
    into.map(({ label }) => label),
    options,
  )
  if (!all) throw refusal('into', 'too-many-items', { max: MOST_OPTIONS })
  const made = all.slice(options.length)
  const after = options.toSpliced(at + 1, 0, ...made)
  return { field: { ...field, settings: { ...field.settings, options: after } }, made }
}

/**
 * Takes an option apart while everybody works on: the new ones are offered from now on, records get theirs by a job, whose id
 * is given. Within 30 days it is undone by putting the new ones back into the old (`restoreRemoved`).
 */
export const startSplit = async (
  context: Context,
  objectName: string,
  fieldName: string,
  split: OptionSplit,
): Promise<{ jobId: string }> => {
  requireConfigure(context)
  await requireAskable(context, definitionOf(context, objectName), split)
  const jobId = await context.workspace.db.transaction(async (tx) => {
    const object = await lockObject(tx, objectName)
    const before = fieldOf(object, fieldName)
    await requireQuiet(tx, object, before)
    const { field, made } = withNewOptions(before, split)
    const fields = object.fields.map((other) => (other === before ? field : other))
    await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: { ...object, fields } }])
    const ids = made.map(({ id }) => id)
    await recycle(context, tx, {
      kind: 'field',
      why: 'split',
      object: object.name,
      definition: { ...before, split: { from: split.from, into: ids } } as Field,
    })
    return startJob(context, tx, splitOption, {
      object: object.name,
      table: object.id,
      field: field.name,
      label: field.label['zh-CN'],
      column: field.id,
      type: field.type,
      settings: field.settings,
      from: split.from,
      into: split.into.map(({ where }, index) => ({ id: ids[index] ?? '', where })),
    })
  })
  await context.workspace.config.refresh()
  return { jobId }
}
