import type { Value } from '@jieli/core'
import { z } from 'zod'
import { defineJob, type Job, type StepResult } from '../long-jobs/job-kind.ts'
import type { Transaction } from '../../database/database.ts'
import { fillLater } from '../computed/fill-field.ts'
import { settleField } from '../computed/settle-dependents.ts'
import type { Context } from '../workspace/workspace.ts'
import { readCells, writeCells } from './conversion/conversion-queries.ts'

const input = z.object({
  object: z.string(),
  table: z.string(),
  field: z.string(),
  label: z.string(),
  column: z.string(),
  type: z.string(),
  settings: z.record(z.string(), z.unknown()),
  /** Option ids and what takes their place; null: nothing. */
  moves: z.record(z.string(), z.string().nullable()),
})
type Input = z.infer<typeof input>
interface State {
  after: string | null
  done: number
  moved: number
}

const CHUNK = 1_000

/** A chosen option or a list of them with the moves made; the order of a list stays, and nothing stands in it twice. */
export const moveOptions = (value: Value, moves: Readonly<Record<string, string | null>>): Value => {
  const move = (id: Value): Value => (typeof id === 'string' && Object.hasOwn(moves, id) ? (moves[id] ?? null) : id)
  if (!Array.isArray(value)) return move(value)
  const moved = [...new Set(value.map(move))].filter((id) => id !== null)
  return moved.length === 0 ? null : moved
}

/** Gives records that hold one option another: chunk by chunk, in the order of ids. The option itself is already retired. */
export const mergeOptions = defineJob<Input, State>({
  kind: 'merge-options',
  input,
  label: ({ label }) => ({ 'zh-CN': `合并「${label}」的选项` }),
  about: ({ object, field }) => ({ object, field }),
  begin: () => ({ after: null, done: 0, moved: 0 }),
  step: async (context, tx, job) => stepMerge(context, tx, job),
})

const stepMerge = async (
  context: Context,
  tx: Transaction,
  { input: { object, field, table, column, type, settings, moves }, state }: Job<Input, State>,
): Promise<StepResult<State>> => {
  const kept = { id: column, type, settings }
  const cells = await readCells(tx, { table, from: kept, to: kept, after: state.after, limit: CHUNK })
  const last = cells.at(-1)
  if (!last) return { finished: { lines: [`${state.moved} 条记录换了选项`], data: { moved: state.moved } } }
  const changed = cells
    .map(({ id, was, value }) => ({ id, was, before: value, value: moveOptions(value, moves) }))
    .filter(({ before, value }) => JSON.stringify(before) !== JSON.stringify(value))
  await writeCells(tx, { table, from: kept, to: kept }, changed)
  await settleField(context, tx, { object, field, ids: changed.map(({ id }) => id) }, fillLater)
  const done = state.done + cells.length
  return { next: { after: last.id, done, moved: state.moved + changed.length }, done }
}
