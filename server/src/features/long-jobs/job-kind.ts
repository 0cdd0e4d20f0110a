import type { Label } from '@jieli/core'
import type { z } from 'zod'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'

/** A job as its kind sees it: what was asked for and how far it has come. */
export interface Job<Input, State> {
  readonly id: string
  readonly input: Input
  readonly state: State
  /** Who asked for it; null: the platform. */
  readonly createdBy: string | null
}

/** What a step leaves behind. */
export type StepResult<State> =
  | {
      /** Where the next step begins. */
      next: State
      /** Units done so far and in all, for the bar people see; what is left out stays as it was. */
      done?: number
      total?: number
      /** Milliseconds before the next step; 0 when absent. */
      pauseMs?: number
    }
  /** The work is over. `lines` are what the person who asked is told; `data` is kept with the job for its page. */
  | { finished: { lines?: string[]; data?: Record<string, unknown> } }

/**
 * One kind of long work: a state machine whose steps are transactions. A step moves the work and the cursor together, so a
 * process that is killed at any instant leaves the job as it was before the step, and any process takes it up there.
 *
 * Steps should take well under a second: a job holds its row while it steps, and the jobs of a process take turns.
 *
 * @example
 * export const recount = defineJob({
 *   kind: 'recount',
 *   input: z.object({ object: z.string() }),
 *   label: () => ({ 'zh-CN': '重新计数', en: 'Counting anew' }),
 *   begin: () => ({ after: '' }),
 *   step: async (context, tx, { state }) => {
 *     const ids = await recountSome(tx, state.after, 1_000)
 *     return ids.length === 0 ? { finished: {} } : { next: { after: ids.at(-1) } }
 *   },
 * })
 */
export interface JobKind<Input = unknown, State = unknown> {
  /** Kebab case, stable: jobs of a kind that this program does not know wait for one that does. */
  kind: string
  input: z.ZodType<Input>
  /** The work in words, `意向分 由文本改为数字`: for the list of jobs and the notice at the end. */
  label(input: Input): Label
  /** The state before the first step: JSON. */
  begin(input: Input): State
  /**
   * Does the next piece of work in the transaction it is given. An AppError ends the job with its code; anything else is
   * tried again, a lock that was not had as often as it takes, other failures five times with growing pauses.
   */
  step(context: Context, tx: Transaction, job: Job<Input, State>): Promise<StepResult<State>>
  /**
   * Work that no transaction can hold (`CREATE INDEX CONCURRENTLY`), when this state has such: done under a lease before the
   * next step, and perhaps twice. Gives the state after it. Undefined: this state has none.
   */
  outside?(context: Context, job: Job<Input, State>): (() => Promise<State>) | undefined
  /** Leaves everything as if the job had never been asked for. Absent: it cannot be cancelled. */
  cancel?(context: Context, tx: Transaction, job: Job<Input, State>): Promise<void>
  /** From this state on there is no way back: cancelling is refused. Default: always possible while `cancel` is there. */
  isPastCancel?(state: State): boolean
  /** What it works on, for pages that show it there, and so that nothing else works on that meanwhile. */
  about?(input: Input): { object: string; field: string }
  /** True for work that nobody waits for: its end is told to no one. Default: false. */
  isQuiet?: boolean
  /** Whose rights a step has: the asker's, asked for anew at each step, or the platform's (default). */
  as?: 'asker' | 'platform'
}

/** A shorthand that keeps the types of input and state. */
export const defineJob = <Input, State>(kind: JobKind<Input, State>): JobKind<Input, State> => kind
