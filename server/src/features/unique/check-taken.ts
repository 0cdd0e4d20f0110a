import { cleanValues, isTyped } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { countTyped } from '../records/count-guesses.ts'
import { openForWriting } from '../records/require-rights.ts'
import type { Context } from '../workspace/workspace.ts'
import { issuesOf } from './describe-clashes.ts'
import { findClashes, uniqueFieldsOf } from './find-clashes.ts'

/** A value that a new record would not be given: on which field, and which record has it, as far as one may know. */
export interface TakenValue {
  field: string
  recordId?: string
  title?: string
}

/** Says while somebody types what would be refused at the end. Only whole values, and only of fields that one may fill in. */
export const checkTaken = async (
  context: Context,
  object: string,
  raw: Record<string, unknown>,
): Promise<{ taken: TakenValue[] }> => {
  const info = openForWriting(context, object)
  const rights = context.access.object(info)
  const fields = uniqueFieldsOf(info).filter((field) => isTyped(field) && rights?.mayCreateWith(field))
  const given = Object.fromEntries(fields.flatMap(({ name }) => (Object.hasOwn(raw, name) ? [[name, raw[name]]] : [])))
  const { values } = cleanValues(given, fields, { fieldTypes: fieldTypeRegistry, mode: 'update' })
  await countTyped(context, fields, values)
  const clashes = await findClashes(context.workspace.db, info, [{ id: null, values }])
  const issues = await issuesOf(context, context.workspace.db, info, clashes)
  return {
    taken: issues.map(({ issue, holder }) =>
      holder ? { field: issue.path, recordId: holder.id, title: holder.title } : { field: issue.path },
    ),
  }
}
