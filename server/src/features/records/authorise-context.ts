import { AppError, type AuthoriseContext } from '@jieli/core'
import type { z } from 'zod'
import type { QueryTime } from '../../query/sql-context.ts'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'

/** What a query is allowed by: the settings as they are now, and this person's rights. */
export const authoriseContext = (context: Context): AuthoriseContext => ({
  snapshot: context.workspace.config.current,
  access: context.access,
  fieldTypes: fieldTypeRegistry,
  functions: functionRegistry,
})

/** The moment and zone that 今天 and 本周 are reckoned in. */
export const queryTimeOf = (context: Context): QueryTime => ({
  now: context.now,
  timeZone: context.workspace.config.current.timeZone,
})

/** A query as it came from outside, or where it goes wrong. */
export const parseQuery = <S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new AppError('invalid-query', { details: { reason: parsed.error.issues[0]?.path.join('.') ?? '' } })
}
