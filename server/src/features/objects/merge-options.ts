import { AppError, typeAndSettingsOf, type Field, type ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import { startJob } from '../long-jobs/start-job.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireQuiet } from './conversion/start-conversion.ts'
import { definitionOf, fieldOf, lockObject, requireConfigure } from './lock-object.ts'
import { mergeOptions } from './merge-options-job.ts'
import { columnType } from './object-tables.ts'

export const optionsOf = (field: Field): Option[] => {
  const options = typeAndSettingsOf(field, fieldTypeRegistry).settings['options']
  if (!Array.isArray(options)) throw new AppError('invalid-values', { issues: [{ path: 'field', code: 'has-no-options' }] })
  return options as Option[]
}

/** How many records hold each option: what is seen before options are merged or retired. */
export const countOptions = async (
  context: Context,
  objectName: string,
  fieldName: string,
): Promise<{ id: string; count: number }[]> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  const field = fieldOf(object, fieldName)
  optionsOf(field)
  const each = columnType(field.type, field.settings).endsWith('[]') ? `unnest(${field.id})` : field.id
  return context.workspace.db.query(
    `SELECT id, count(*) AS count FROM (SELECT ${each} AS id FROM w.${object.id} WHERE deleted_at IS NULL AND ${field.id} IS NOT NULL) held
     GROUP BY id ORDER BY count(*) DESC`,
  )
}

/**
 * Puts one option in the place of others, or nothing (`to` null). They are no longer offered from now on; records get theirs
 * by a job, whose id is given. An option that was merged keeps its label for whoever reads the history.
 */
export const startMerge = async (
  context: Context,
  objectName: string,
  fieldName: string,
  { from, to }: { from: readonly string[]; to: string | null },
): Promise<{ jobId: string }> => {
  requireConfigure(context)
  const jobId = await context.workspace.db.transaction((tx) => mergeWithin(context, tx, { objectName, fieldName, from, to }))
  await context.workspace.config.refresh()
  return { jobId }
}

/** The same in a transaction that does more: an option that was split is put together again so. */
export const mergeWithin = async (
  context: Context,
  tx: Transaction,
  { objectName, fieldName, from, to }: { objectName: string; fieldName: string; from: readonly string[]; to: string | null },
): Promise<string> => {
  const object = await lockObject(tx, objectName)
  const field = fieldOf(object, fieldName)
  const options = optionsOf(field)
  for (const id of [...from, ...(to === null ? [] : [to])])
    if (!options.some((option) => option.id === id))
      throw new AppError('invalid-values', { issues: [{ path: 'from', code: 'unknown-option', params: { value: id } }] })
  if (to !== null && from.includes(to)) throw new AppError('invalid-values', { issues: [{ path: 'to', code: 'into-itself' }] })
  await requireQuiet(tx, object, field)
  const retired = retire(object, field, options, from)
  await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: retired }])
  return startJob(context, tx, mergeOptions, {
    object: object.name,
    table: object.id,
    field: field.name,
    label: field.label['zh-CN'],
    column: field.id,
    type: field.type,
    settings: field.settings,
    moves: Object.fromEntries(from.map((id) => [id, to])),
  })
}

const retire = (object: ObjectType, field: Field, options: readonly Option[], from: readonly string[]): ObjectType => {
  const after = options.map((option) => (from.includes(option.id) ? { ...option, archived: true } : option))
  return {
    ...object,
    fields: object.fields.map((other) =>
      other === field ? { ...field, settings: { ...field.settings, options: after } } : other,
    ),
  }
}
