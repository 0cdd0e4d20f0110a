import { expressionSchema, must, type Expression, type Field } from '@jieli/core'
import { z } from 'zod'
import { defineJob, type Job, type StepResult } from '../long-jobs/job-kind.ts'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { fillLater } from '../computed/fill-field.ts'
import { settleField } from '../computed/settle-dependents.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { lockCells, writeCells } from './conversion/conversion-queries.ts'
import { moveOptions } from './merge-options-job.ts'

const input = z.object({
  object: z.string(),
  table: z.string(),
  field: z.string(),
  label: z.string(),
  column: z.string(),
  type: z.string(),
  settings: z.record(z.string(), z.unknown()),
  from: z.string(),
  into: z.array(z.object({ id: z.string(), where: expressionSchema })),
})
type Input = z.infer<typeof input>
interface State {
  /** Which of the new options records are given now. */
  at: number
  moved: number
}

const CHUNK = 500

/** The condition that a record holds an option, alone or among others. */
export const holdsOption = (field: Pick<Field, 'name' | 'type'>, id: string): Expression => ({
  call: must(fieldTypeRegistry[field.type]).valueType === 'list' ? 'includes' : 'equals',
  args: [{ field: field.name }, { value: id }],
})

/**
 * Gives records that hold an option and meet a condition the new one, condition by condition: who was given one holds the old
 * no more, so the first that is met decides, and each chunk asks for what is left.
 */
export const splitOption = defineJob<Input, State>({
  kind: 'split-option',
  input,
  label: ({ label }) => ({ 'zh-CN': `拆分「${label}」的选项`, en: `Splitting an option of "${label}"` }),
  about: ({ object, field }) => ({ object, field }),
  begin: () => ({ at: 0, moved: 0 }),
  step: async (context, tx, job) => stepSplit(context, tx, job),
})

const stepSplit = async (
  context: Context,
  tx: Transaction,
  { input: asked, state }: Job<Input, State>,
): Promise<StepResult<State>> => {
  const target = asked.into[state.at]
  if (!target) return { finished: { lines: [`${state.moved} 条记录换了选项`], data: { moved: state.moved } } }
  const where: Expression = {
    call: 'and',
    args: [holdsOption({ name: asked.field, type: asked.type }, asked.from), target.where],
  }
  const find = (deleted: boolean) =>
    findRecords(context, { object: asked.object, select: ['id'], where, limit: CHUNK, deleted }, tx)
  const inUse = await find(false)
  // Those in the bin too: they may be restored.
  const page = inUse.records.length > 0 ? inUse : await find(true)
  if (page.records.length === 0) return { next: { at: state.at + 1, moved: state.moved } }
  const kept = { id: asked.column, type: asked.type, settings: asked.settings }
  const place = { table: asked.table, from: kept, to: kept }
  const cells = await lockCells(tx, { ...place, ids: page.records.map(({ id }) => id) })
  const moves = { [asked.from]: target.id }
  await writeCells(
    tx,
    place,
    cells.map(({ id, was, value }) => ({ id, was, value: moveOptions(value, moves) })),
  )
  const ids = cells.map(({ id }) => id)
  await settleField(context, tx, { object: asked.object, field: asked.field, ids }, fillLater)
  const moved = state.moved + cells.length
  return { next: { at: state.at, moved }, done: moved }
}
