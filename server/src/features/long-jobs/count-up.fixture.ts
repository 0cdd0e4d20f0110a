import { z } from 'zod'
import { AppError } from '@jieli/core'
import { defineJob } from './job-kind.ts'

/** A job for tests: writes one row of `w.counted` a step, up to `to`; each number must be there exactly once. */
export const countUp = defineJob({
  kind: 'count-up',
  input: z.object({
    to: z.number(),
    /** At this number it fails: for good, or until the table `w.mended` is there. */
    refusesAt: z.number().optional(),
    breaksAt: z.number().optional(),
    /** Before this number comes work that no transaction can hold. */
    outsideAt: z.number().optional(),
  }),
  label: ({ to }) => ({ 'zh-CN': `数到 ${to}` }),
  begin: () => ({ at: 0, wasOutside: false }),
  step: async (_context, tx, { input, state }) => {
    const at = state.at + 1
    if (at === input.refusesAt) throw new AppError('limit-reached')
    await tx.query('INSERT INTO w.counted (number) VALUES ($1)', [at])
    if (at === input.breaksAt) await tx.query('SELECT 1 FROM w.mended')
    return at < input.to
      ? { next: { ...state, at }, done: at, total: input.to }
      : { finished: { lines: [`共 ${at}`], data: { at } } }
  },
  outside: (context, { input, state }) =>
    input.outsideAt === state.at + 1 && !state.wasOutside
      ? async () => {
          await context.workspace.db.query('INSERT INTO w.counted_outside DEFAULT VALUES')
          return { ...state, wasOutside: true }
        }
      : undefined,
  cancel: async (_context, tx) => void (await tx.query('DELETE FROM w.counted')),
  isPastCancel: ({ at }) => at >= 90,
})
