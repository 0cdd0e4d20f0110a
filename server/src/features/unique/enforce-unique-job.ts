import { AppError } from '@jieli/core'
import pg from 'pg'
import { z } from 'zod'
import { defineJob, type Job, type StepResult } from '../long-jobs/job-kind.ts'
import type { Transaction } from '../../database/database.ts'
import { writeConfig } from '../config/change-config.ts'
import { lockObject } from '../objects/lock-object.ts'
import { dropUniqueIndex, uniqueWhileOthersWrite } from '../objects/object-tables.ts'
import type { Context } from '../workspace/workspace.ts'
import { findDuplicates } from './find-duplicates.ts'

const input = z.object({
  object: z.string(),
  table: z.string(),
  field: z.string(),
  label: z.string(),
  column: z.string(),
  type: z.string(),
})
type Input = z.infer<typeof input>
interface State {
  isMade: boolean
}

/**
 * Makes the index behind a field whose values may not repeat. The field says so from the moment this was asked for, and every
 * write is looked at; once this is done the database decides races as well. Cancelled, or where values repeat after all and
 * nobody mends them, they may repeat again.
 */
export const enforceUnique = defineJob<Input, State>({
  kind: 'enforce-unique',
  input,
  label: ({ label }) => ({ 'zh-CN': `「${label}」不可重复，正在生效`, en: `"${label}" may not repeat: coming into force` }),
  about: ({ object, field }) => ({ object, field }),
  begin: () => ({ isMade: false }),
  outside: (context, { input: { table, column, type }, state }) =>
    state.isMade
      ? undefined
      : async () => {
          try {
            await uniqueWhileOthersWrite(context.workspace.db, table, { id: column, type })
          } catch (error) {
            await context.workspace.db.transaction((tx) => dropUniqueIndex(tx, table, column))
            if (error instanceof pg.DatabaseError && error.code === '23505')
              throw await refusal(context, { table, column, type })
            throw error
          }
          return { isMade: true }
        },
  step: async (_context, tx, job) => settle(tx, job),
  cancel: async (context, tx, job) => {
    await dropUniqueIndex(tx, job.input.table, job.input.column)
    await writeUnique(context, tx, job.input, false)
  },
})

const refusal = async (
  context: Context,
  { table, column, type }: Pick<Input, 'table' | 'column' | 'type'>,
): Promise<AppError> => {
  const { values } = await findDuplicates(context.workspace.db, table, { id: column, type })
  return new AppError('invalid-values', { issues: [{ path: 'unique', code: 'has-duplicates', params: { count: values } }] })
}

/** A field that went away or was set back meanwhile needs no index. */
const settle = async (tx: Transaction, { input: asked }: Job<Input, State>): Promise<StepResult<State>> => {
  const object = await lockObject(tx, asked.object)
  const isWanted = object.fields.some((field) => field.id === asked.column && field.unique)
  if (!isWanted) await dropUniqueIndex(tx, asked.table, asked.column)
  return { finished: { lines: isWanted ? ['以后谁也写不进重复的值'] : [] } }
}

const writeUnique = async (context: Context, tx: Transaction, asked: Input, unique: boolean): Promise<void> => {
  const object = await lockObject(tx, asked.object)
  const fields = object.fields.map((field) => (field.id === asked.column ? { ...field, unique } : field))
  await writeConfig(context, tx, [{ kind: 'object', id: object.name, item: { ...object, fields } }])
}
