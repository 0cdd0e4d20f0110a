import { fieldDraftSchema, type Field, type FieldDraft, type ObjectType } from '@jieli/core'
import { standardObjects } from '@jieli/extensions/standard-objects'
import type { Transaction } from '../../database/database.ts'
import { fillFromLog, keptAtLoss } from '../follow-ups/loss-hooks.ts'
import { lockObject, nextNumber } from '../objects/lock-object.ts'
import { addFieldColumn } from '../objects/object-tables.ts'
import { writeObjects } from '../objects/write-objects.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Brings a workspace that an older program made up to this one's standard objects: fields that only the platform writes and
 * that are not there yet. Nobody can have taken these away, so one that is missing has not been there yet. What an admin may
 * remove is left alone.
 */
export const addStandardFields = async (context: Context): Promise<string[]> => {
  const { config, db } = context.workspace
  const added: string[] = []
  for (const { name, fields } of Object.values(standardObjects)) {
    const there = config.current.objects.get(name)
    if (!there || missingIn(there.definition, fields).length === 0) continue
    await db.transaction(async (tx) => {
      const object = await lockObject(tx, name)
      const missing = missingIn(object, fields)
      added.push(...missing.map((field) => `${name}.${field.name}`))
      await addFields(context, tx, object, missing)
    })
  }
  if (added.length > 0) await config.refresh()
  return added
}

const missingIn = (object: ObjectType, fields: readonly FieldDraft[]): FieldDraft[] =>
  fields.filter((field) => field.readOnly === true && !object.fields.some((other) => other.name === field.name))

const addFields = async (
  context: Context,
  tx: Transaction,
  object: ObjectType,
  drafts: readonly FieldDraft[],
): Promise<void> => {
  const made: Field[] = []
  for (const draft of drafts) {
    const field = { ...fieldDraftSchema.parse(draft), settings: settingsOf(object, draft), id: `f_${await nextNumber(tx)}` }
    await addFieldColumn(tx, object.id, field)
    made.push(field)
  }
  const after = { ...object, fields: [...object.fields, ...made] }
  await writeObjects(context, tx, [after])
  // Filled in the transaction that made them: a start that is cut off begins anew, and nobody sees them half filled.
  await tx.query('SET LOCAL statement_timeout = 0')
  if (object.name === 'lead' && made.some((field) => field.name in keptAtLoss)) await fillLosses(tx, after)
}

/** The company's own stages and outcomes, where it has others than the standard ones. */
const settingsOf = (object: ObjectType, draft: FieldDraft): Field['settings'] => {
  const other = new Map<string, string>(Object.entries(keptAtLoss)).get(draft.name)
  const like = object.name === 'lead' ? object.fields.find((field) => field.name === other) : undefined
  return like?.settings ?? draft.settings ?? {}
}

const fillLosses = async (tx: Transaction, { id, fields }: ObjectType): Promise<void> => {
  const columnOf = new Map(fields.map((field) => [field.name, field.id]))
  const [stage, lostStage, lostOutcome] = ['stage', 'lostStage', 'lostOutcome'].map((name) => columnOf.get(name))
  if (stage && lostStage && lostOutcome) await fillFromLog(tx, id, { stage, lostStage, lostOutcome })
}
